extension Knowledge {
  /// Finds an instrument.
  ///
  /// - Parameter id: the instrument's identifier.
  /// - Returns: the instrument.
  /// - Throws: an error that names the identifier when there is no such instrument.
  public func instrument(_ id: InstrumentID) throws(KnowledgeError) -> Instrument {
    guard let instrument = instruments[id] else { throw KnowledgeError(.unknownInstrument(id)) }
    return instrument
  }

  /// Finds a list of words.
  ///
  /// - Parameter id: the list's identifier.
  /// - Returns: the list.
  /// - Throws: an error that names the identifier when there is no such list.
  public func wordList(_ id: WordListID) throws(KnowledgeError) -> WordList {
    guard let list = wordLists[id] else {
      throw KnowledgeError(
        .inconsistent("there is no list of words '\(id)'; add a document of kind 'words'"))
    }
    return list
  }

  /// Finds the help lines of a country.
  ///
  /// - Parameter country: the country as ISO 3166 alpha-2 code, in any case; nil for the one that
  ///   the site has set, if any.
  /// - Returns: the country's contacts, emergency first as in the resource, and last the directory
  ///   of help lines elsewhere; that directory alone for a country without contacts. Never a guess.
  public func helpContacts(forCountry country: String?) -> [HelpContact] {
    let wanted = (country ?? self.country)?.uppercased()
    return contacts.filter { $0.country != nil && $0.country == wanted }
      + contacts.filter { $0.country == nil }
  }
}
