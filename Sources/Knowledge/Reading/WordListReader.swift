/// Reads a document of kind `words`.
struct WordListReader {
  private let library: Library
  private let record: Object

  private static let keys: Set<String> = Library.recordKeys.union([
    "id", "title", "language", "valenceBasis", "groups",
  ])

  /// Checks the keys of a document.
  ///
  /// - Parameters:
  ///   - root: the whole document.
  ///   - library: the sources that may be cited.
  /// - Throws: an error at the first unknown key.
  init(_ root: Field, library: Library) throws(KnowledgeError) {
    self.library = library
    record = try root.object(keys: WordListReader.keys)
  }

  /// Reads the document.
  ///
  /// - Returns: the list.
  /// - Throws: an error that names the field, such as the second of two equal words.
  func list() throws(KnowledgeError) -> WordList {
    WordList(
      id: WordListID(rawValue: try record.required("id").text()),
      title: try record.required("title").text(),
      language: try record.required("language").text(),
      valenceBasis: try record.required("valenceBasis").choice(),
      words: try words(in: record.required("groups")),
      provenance: try library.provenance(of: record))
  }

  private func words(in groups: Field) throws(KnowledgeError) -> [WordList.Word] {
    var words: [WordList.Word] = []
    var known: Set<String> = []
    for group in try groups.list() {
      let object = try group.object(keys: ["valence", "partOfSpeech", "words"])
      let valence = try object.required("valence").choice(WordList.Valence.self)
      let part = try object.required("partOfSpeech").choice(WordList.PartOfSpeech.self)
      for field in try object.required("words").list() {
        let text = try word(field)
        guard known.insert(text).inserted else { throw field.failure(.duplicate(text)) }
        words.append(WordList.Word(text: text, valence: valence, partOfSpeech: part))
      }
    }
    guard !words.isEmpty else { throw groups.failure(.missing) }
    return words
  }

  private func word(_ field: Field) throws(KnowledgeError) -> String {
    let text = try field.text()
    let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
    guard (2...24).contains(text.utf8.count), text.utf8.allSatisfy(letters.contains) else {
      throw field.failure(expected: "a word of 2 to 24 letters from a to z")
    }
    return text
  }
}
