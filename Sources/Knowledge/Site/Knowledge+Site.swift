extension Knowledge {
  /// Replaces what ships with what a site has set for itself.
  ///
  /// The shipped value stays visible in ``ReliableChange/shippedPoints`` and the origin says who
  /// replaced it and why.
  ///
  /// - Parameter site: the site's settings.
  /// - Returns: the knowledge as it holds at the site.
  /// - Throws: an error that names the instrument when there is no such instrument, when it has no
  ///   shipped reliable change, or when a value is not possible or comes without reason or name, and
  ///   an error when no help lines ship for the country, or when a family of rules is unknown or is
  ///   one on crises, which stay on.
  public func adjusted(by site: SiteSettings) throws(KnowledgeError) -> Knowledge {
    var adjusted = self
    for (id, change) in site.reliableChanges.sorted(by: { $0.key < $1.key }) {
      adjusted.instruments[id] = try instrument(id).adjusted(by: change)
    }
    adjusted.add(site.contacts)
    adjusted.country = try adjusted.known(site.country) ?? country
    try adjusted.set(site.signalDeadlines)
    for family in site.switchedOffRules {
      adjusted.rules.switchedOff.insert(try switchable(family))
    }
    return adjusted
  }

  private func switchable(_ family: String) throws(KnowledgeError) -> String {
    let place = (document: "site settings", field: "switchedOffRules")
    guard let found = rules.families[family] else {
      let names = rules.families.keys.sorted().joined(separator: ", ")
      throw KnowledgeError(
        .inconsistent("there is no family of rules '\(family)'; name one of \(names)"),
        document: place.document, field: place.field)
    }
    guard !found.isCrisis else {
      throw KnowledgeError(
        .inconsistent("the rules of '\(family)' are on crises and stay on; leave the family out"),
        document: place.document, field: place.field)
    }
    return family
  }

  private func known(_ country: String?) throws(KnowledgeError) -> String? {
    guard let country else { return nil }
    guard contacts.contains(where: { $0.country == country.uppercased() }) else {
      throw KnowledgeError(
        .inconsistent("no help lines ship for the country \"\(country)\"; leave it out"),
        document: "site settings", field: "country")
    }
    return country
  }
}

extension Instrument {
  fileprivate func adjusted(by change: SiteReliableChange) throws(KnowledgeError) -> Instrument {
    guard let shipped = reliableChange else {
      throw setting(.inconsistent("no reliable change ships for this instrument to replace"))
    }
    guard change.points > 0, change.points <= range.upperBound - range.lowerBound else {
      throw setting(
        .unexpected(found: "\(change.points)", expected: "points above 0 and within the range"))
    }
    guard !change.reason.isBlank, !change.setBy.isBlank else {
      throw setting(.inconsistent("a site's value needs a reason and the name of who set it"))
    }
    return replacing(reliableChange: shipped.replaced(by: change))
  }

  private func setting(_ problem: KnowledgeError.Problem) -> KnowledgeError {
    KnowledgeError(problem, document: "site settings", record: id.rawValue, field: "reliableChange")
  }
}

extension ReliableChange {
  fileprivate func replaced(by change: SiteReliableChange) -> ReliableChange {
    ReliableChange(
      points: change.points, standardDeviation: standardDeviation, reliability: reliability,
      kind: kind, origin: .site("\(change.setBy): \(change.reason)"), shippedPoints: shippedPoints)
  }
}

extension String {
  fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
