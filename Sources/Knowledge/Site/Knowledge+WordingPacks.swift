extension Knowledge {
  /// Adds a site's own wordings to instruments that ship without.
  ///
  /// - Parameter packs: the packs, at most one for an instrument.
  /// - Returns: the knowledge as it holds at the site.
  /// - Throws: an error that names the pack and what does not fit the shipped definition: an
  ///   instrument that is unknown, has wording already or keeps only totals, an attestation that is
  ///   missing, or other items or answers than those that are scored.
  public func adding(_ packs: [WordingPack]) throws(KnowledgeError) -> Knowledge {
    var adjusted = self
    for pack in packs {
      guard let instrument = adjusted.instruments[pack.instrument] else {
        throw pack.failure(.unknownInstrument(pack.instrument))
      }
      try pack.check(against: instrument)
      adjusted.instruments[pack.instrument] = instrument.adding(pack.wording)
    }
    return adjusted
  }
}

extension WordingPack {
  fileprivate func check(against instrument: Instrument) throws(KnowledgeError) {
    guard instrument.kind == .scoreOnly else {
      throw failure("\(instrument.id) has wording already; remove the pack")
    }
    guard let scales = instrument.scoring?.scales else {
      throw failure("only totals are kept of \(instrument.id), so no wording fits it")
    }
    guard attestation != nil || !instrument.licence.needsAttestation else {
      throw failure("the licence needs an attestation; add 'licence' with reference and name")
    }
    let items = scales.map(\.item)
    guard wording.items.map(\.id) == items else {
      let list = items.map(\.rawValue).joined(separator: ", ")
      throw failure("the items are not those that are scored, in this order: \(list)")
    }
    for (item, scale) in zip(wording.items, scales) {
      let options = item.options.isEmpty ? wording.options : item.options
      guard options.map(\.value) == scale.values else {
        let list = scale.values.map(String.init).joined(separator: ", ")
        throw failure("the options of \(item.id) are not those that are scored: \(list)")
      }
    }
  }

  private func failure(_ reason: String) -> KnowledgeError { failure(.inconsistent(reason)) }

  fileprivate func failure(_ problem: KnowledgeError.Problem) -> KnowledgeError {
    KnowledgeError(problem, document: document, record: instrument.rawValue, field: "wording")
  }
}
