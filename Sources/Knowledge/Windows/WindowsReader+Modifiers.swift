extension WindowsReader {
  /// Reads what changes a session.
  ///
  /// - Returns: the modifiers in the order written.
  /// - Throws: an error that names the modifier and the field.
  func modifiers() throws(KnowledgeError) -> [WindowModifier] {
    var modifiers: [WindowModifier] = []
    for place in try places("modifiers") {
      let object = try place.object(
        keys: Library.evidenceKeys.union([
          "id", "name", "medicine", "hoursBefore", "treatments", "layers", "gains",
        ]))
      modifiers.append(
        WindowModifier(
          id: try object.required("id").text(), name: try object.required("name").text(),
          medicine: try object.required("medicine")
            .known(as: "medicine") { medicines.medicines[$0] != nil },
          daysBefore: try span(object.required("hoursBefore"), in: .hour),
          treatments: try named(object), layers: try layers(object.required("layers")),
          gains: try gains(object.required("gains")), evidence: try library.evidence(of: object)))
    }
    return modifiers
  }

  private func layers(_ field: Field) throws(KnowledgeError) -> Set<EvidenceLayer> {
    var layers: Set<EvidenceLayer> = []
    for element in try field.list() { layers.insert(try element.choice()) }
    return layers
  }

  private func gains(_ field: Field) throws(KnowledgeError) -> [WindowModifier.Gain] {
    var gains: [WindowModifier.Gain] = []
    for place in try field.list() {
      let object = try place.object(
        keys: Library.evidenceKeys.union(["sessionsPerDay", "factor", "range"]))
      let sessions = try object.required("sessionsPerDay").wholeRange(in: 1...100)
      guard !gains.contains(where: { $0.sessionsPerDay.overlaps(sessions) }) else {
        throw place.failure(.inconsistent("two gains hold for the same number of sessions a day"))
      }
      gains.append(
        WindowModifier.Gain(
          sessionsPerDay: sessions, factor: try factor(object.required("factor")),
          range: try range(object), evidence: try library.evidence(of: object)))
    }
    return gains
  }

  private func factor(_ field: Field) throws(KnowledgeError) -> Double {
    let factor = try field.number()
    guard (0.01...100).contains(factor) else {
      throw field.failure(expected: "a factor from 0.01 to 100")
    }
    return factor
  }

  private func range(_ object: Object) throws(KnowledgeError) -> ClosedRange<Double>? {
    guard let field = object.optional("range") else { return nil }
    let range = try field.range()
    let factor = try object.required("factor").number()
    guard range.lowerBound > 0, range.contains(factor) else {
      throw field.failure(expected: "a range of factors above 0 that holds the factor")
    }
    return range
  }

  /// Reads proposed windows; only a weight of 0 ships.
  ///
  /// - Returns: the hypotheses in the order written.
  /// - Throws: an error that names the hypothesis and the field.
  func hypotheses() throws(KnowledgeError) -> [WindowHypothesis] {
    var hypotheses: [WindowHypothesis] = []
    for place in try places("hypotheses") {
      let object = try place.object(
        keys: Library.evidenceKeys.union(["id", "name", "minutes", "weight", "published"]))
      let weight = try object.required("weight")
      guard try weight.number() == 0 else {
        throw weight.failure(expected: "0: a hypothesis is given weight by a study, not here")
      }
      hypotheses.append(
        WindowHypothesis(
          id: try object.required("id").text(), name: try object.required("name").text(),
          days: try span(object.required("minutes"), in: .minute), weight: 0,
          findings: try findings(of: object), evidence: try library.evidence(of: object)))
    }
    return hypotheses
  }

  /// Reads findings without a curve.
  ///
  /// - Returns: the findings in the order written.
  /// - Throws: an error that names the finding and the field.
  func findings() throws(KnowledgeError) -> [WindowFinding] {
    var found: [WindowFinding] = []
    for place in try places("findings") {
      let object = try place.object(
        keys: Library.evidenceKeys.union(["id", "name", "layer", "published"]))
      var layer: EvidenceLayer?
      if let field = object.optional("layer") { layer = try field.choice() }
      found.append(
        WindowFinding(
          id: try object.required("id").text(), name: try object.required("name").text(),
          layer: layer, findings: try findings(of: object),
          evidence: try library.evidence(of: object)))
    }
    return found
  }
}
