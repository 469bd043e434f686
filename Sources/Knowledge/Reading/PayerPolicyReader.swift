/// Reads a document of kind `payerPolicy`.
struct PayerPolicyReader {
  let library: Library
  let instruments: [InstrumentID: Instrument]

  /// Reads the document.
  ///
  /// - Parameter root: the whole document.
  /// - Returns: the policy.
  /// - Throws: an error that names the field.
  func policy(_ root: Field) throws(KnowledgeError) -> PayerPolicy {
    let object = try root.object(
      keys: Library.recordKeys.union([
        "id", "title", "payer", "treatment", "validFrom", "validTo", "criteria", "attachments",
        "billingCodes", "note",
      ]))
    let from = try object.optional("validFrom")?.day()
    let to = try object.optional("validTo")?.day()
    if let from, let to, to < from {
      throw try object.required("validTo").failure(
        .inconsistent("the last day is before the first"))
    }
    return PayerPolicy(
      id: PayerPolicyID(rawValue: try object.required("id").text()),
      title: try object.required("title").text(), payer: try object.required("payer").text(),
      treatment: try object.required("treatment").text(), validFrom: from, validTo: to,
      criteria: try criteria(object.required("criteria")),
      attachments: try object.optional("attachments")?.texts() ?? [],
      billingCodes: try codes(object.optional("billingCodes")),
      evidence: try library.evidence(of: object), provenance: try library.provenance(of: object))
  }

  private func codes(_ field: Field?) throws(KnowledgeError) -> [PayerPolicy.BillingCode] {
    var codes: [PayerPolicy.BillingCode] = []
    for element in try field?.list() ?? [] {
      let object = try element.object(keys: Library.evidenceKeys.union(["code", "meaning"]))
      codes.append(
        PayerPolicy.BillingCode(
          code: try object.required("code").text(), meaning: try object.required("meaning").text(),
          evidence: try library.evidence(of: object)))
    }
    return codes
  }

  private func criteria(_ field: Field) throws(KnowledgeError) -> [PolicyCriterion] {
    var criteria: [PolicyCriterion] = []
    for element in try field.list() {
      let object = try element.object(keys: Library.evidenceKeys.union(["id", "text", "check"]))
      let id = try object.required("id").text()
      guard !criteria.contains(where: { $0.id == id }) else {
        throw element.failure(.duplicate(id))
      }
      criteria.append(
        PolicyCriterion(
          id: id, text: try object.required("text").text(),
          check: try check(object.required("check")), evidence: try library.evidence(of: object)))
    }
    guard !criteria.isEmpty else { throw field.failure(.missing) }
    return criteria
  }

  /// The words by which a check is named.
  private enum Kind: String, CaseIterable {
    case stated, score, baselineScore, failedTrials, diagnosis, noDiagnosis, notTaken,
      psychotherapy, measurement
  }

  private func check(_ field: Field) throws(KnowledgeError) -> PolicyCriterion.Check {
    let object = try field.object(keys: [
      "kind", "instrument", "atLeast", "differentClasses", "orIntolerance", "names", "codes",
    ])
    let kind: Kind = try object.required("kind").choice()
    switch kind {
    case .stated: return .stated
    case .baselineScore: return .baselineScore
    case .psychotherapy: return .psychotherapy
    case .score: return try score(object)
    case .failedTrials:
      return .failedTrials(
        atLeast: try object.required("atLeast").integer(in: 1...20),
        differentClasses: try object.optional("differentClasses")?.flag() ?? false,
        orIntolerance: try object.optional("orIntolerance")?.flag() ?? false)
    case .diagnosis:
      return .diagnosis(
        names: Set(try object.required("names").texts()),
        codes: try object.optional("codes")?.texts() ?? [])
    case .noDiagnosis: return .noDiagnosis(names: Set(try object.required("names").texts()))
    case .notTaken: return .notTaken(try object.required("names").texts())
    case .measurement: return .measurement(names: Set(try object.required("names").texts()))
    }
  }

  private func score(_ object: Object) throws(KnowledgeError) -> PolicyCriterion.Check {
    let name = try object.required("instrument")
    let id = InstrumentID(rawValue: try name.text())
    guard let instrument = instruments[id] else { throw name.failure(.unknownInstrument(id)) }
    let points = try object.required("atLeast").number()
    guard instrument.range.contains(points) else {
      throw try object.required("atLeast").failure(
        .inconsistent("no total of \(id) reaches this"))
    }
    return .score([
      SignalTrigger.ScoreThreshold(instrument: id, atLeast: points, below: nil)
    ])
  }
}
