extension EvidenceReader {
  /// Reads an effect with what says how sure it is.
  func reported(
    _ row: Object, as metric: EffectMetric
  ) throws(KnowledgeError) -> ReportedEffect {
    let (estimate, interval) = try numbers(row, as: metric)
    var pValue: Double?
    if let field = row.optional("pValue") {
      pValue = try field.fraction()
      guard let estimate, estimate != 0, interval == nil else {
        throw field.failure(
          .inconsistent("a p value goes with an estimate other than 0 and without an interval"))
      }
    }
    return ReportedEffect(
      domain: try row.required("domain").choice(), outcome: try row.required("outcome").text(),
      estimate: estimate, interval: interval, pValue: pValue)
  }

  /// Reads an estimate and its interval, which holds it.
  func numbers(
    _ row: Object, as metric: EffectMetric
  ) throws(KnowledgeError) -> (Double?, ClosedRange<Double>?) {
    let estimate = try row.optional("estimate")?.number()
    if metric == .range, row.optional("reported") == nil {
      throw row.place.place("reported", row.place.node).failure(.missing)
    }
    if let field = row.optional("estimate"), [.range, .words].contains(metric) {
      throw field.failure(.inconsistent("an effect in words or as a range has no single estimate"))
    }
    guard let field = row.optional("interval") else { return (estimate, nil) }
    let interval = try field.range()
    guard let estimate, interval.contains(estimate), interval.lowerBound < interval.upperBound
    else { throw field.failure(.inconsistent("an interval holds its estimate and has a width")) }
    return (estimate, interval)
  }

  /// Reads the effects on other outcomes, each with an interval or a p value.
  func alongside(
    _ row: Object, as metric: EffectMetric
  ) throws(KnowledgeError) -> [ReportedEffect] {
    guard let list = row.optional("alongside") else { return [] }
    var effects: [ReportedEffect] = []
    for field in try list.list() {
      let object = try field.object(keys: ["domain", "outcome", "estimate", "interval", "pValue"])
      let effect = try reported(object, as: metric)
      guard effect.interval != nil || effect.pValue != nil else {
        throw field.failure(.inconsistent("an effect alongside has an interval or a p value"))
      }
      effects.append(effect)
    }
    return effects
  }

  /// Reads how many, 1 or more.
  func count(_ key: String, in row: Object) throws(KnowledgeError) -> Int? {
    try row.optional(key)?.integer(in: 1...1_000_000_000)
  }

  /// Reads what was found when the citation was looked up.
  func check(_ row: Object) throws(KnowledgeError) -> CitationCheck {
    let object = try row.required("check").object(keys: ["citation", "numbers", "by"])
    return CitationCheck(
      citation: try object.required("citation").choice(),
      numbers: try object.required("numbers").choice(), by: try object.required("by").text())
  }
}
