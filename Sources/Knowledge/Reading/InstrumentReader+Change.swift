extension InstrumentReader {
  mutating func threshold(_ group: FactGroup) throws(KnowledgeError) -> Threshold? {
    guard let object = try self.group(group, keys: ["comparison", "score"]) else { return nil }
    return try threshold(object)
  }

  mutating func response() throws(KnowledgeError) -> (full: Double?, partial: Double?) {
    guard let object = try group(.response, keys: ["fraction", "partialFraction"]) else {
      return (nil, nil)
    }
    return (
      try object.required("fraction").fraction(), try object.required("partialFraction").fraction()
    )
  }

  mutating func minimalImportantDifference() throws(KnowledgeError) -> MinimalImportantDifference? {
    guard
      let object = try group(.minimalImportantDifference, keys: ["points", "fractionOfBaseline"])
    else { return nil }
    let difference = MinimalImportantDifference(
      points: try object.optional("points")?.range(),
      fractionOfBaseline: try object.optional("fractionOfBaseline")?.fraction())
    guard difference.points != nil || difference.fractionOfBaseline != nil else {
      throw object.place.failure(.inconsistent("give points, a fraction of the baseline, or both"))
    }
    return difference
  }

  mutating func reliableChange() throws(KnowledgeError) -> ReliableChange? {
    let keys: Set<String> = ["points", "standardDeviation", "reliability", "kind", "origin"]
    guard let object = try group(.reliableChange, keys: keys) else { return nil }
    let points = try object.required("points").number()
    return ReliableChange(
      points: points, standardDeviation: try object.required("standardDeviation").number(),
      reliability: try object.required("reliability").fraction(),
      kind: try object.required("kind").choice(),
      origin: try origin(try object.required("origin")), shippedPoints: points)
  }

  mutating func schedule() throws(KnowledgeError) -> (recall: Int?, interval: ClosedRange<Int>?) {
    guard let object = try group(.schedule, keys: ["recallDays", "intervalDays"]) else {
      return (nil, nil)
    }
    return (
      try object.optional("recallDays")?.integer(in: 0...3660),
      try interval(object.optional("intervalDays"))
    )
  }

  private func origin(_ field: Field) throws(KnowledgeError) -> ReliableChange.Origin {
    switch try field.text() {
    case "published": return .published
    case "derived": return .derived
    default: throw field.failure(expected: "published or derived")
    }
  }

  private func interval(_ field: Field?) throws(KnowledgeError) -> ClosedRange<Int>? {
    try field?.wholeRange(in: 1...3660)
  }
}
