extension InstrumentReader {
  /// The possible totals and how answers become one.
  struct Totals {
    var range: ClosedRange<Double>
    var direction: Instrument.Direction
    var step: Double
    var scoring: Scoring?
  }

  mutating func scoring(of wording: InstrumentWording?) throws(KnowledgeError) -> Totals {
    let object = try requiredGroup(
      .scoring,
      keys: ScoringReader.keys.union(["range", "direction", "step", "maximumMissing", "prorates"]))
    let reader = ScoringReader(object: object, codeSystem: try codeSystem(), library: library)
    let totals = Totals(
      range: try object.required("range").range(),
      direction: try object.required("direction").choice(), step: try step(object),
      scoring: try reader.scoring(of: wording))
    return totals
  }

  mutating func bands(_ direction: Instrument.Direction) throws(KnowledgeError) -> [Band] {
    guard let object = try group(.bands, keys: ["list"]) else { return [] }
    return try Band.list(try object.required("list"), direction)
  }

  mutating func safetyItems() throws(KnowledgeError) -> [SafetyItem] {
    guard let object = try group(.safety, keys: ["items"]) else { return [] }
    var items: [SafetyItem] = []
    for field in try object.required("items").list() {
      let item = try field.object(keys: ["item", "atLeast"])
      items.append(
        SafetyItem(
          item: ItemID(rawValue: try item.required("item").text()),
          atLeast: try item.required("atLeast").integer(in: 0...100)))
    }
    return items
  }

  private func step(_ object: Object) throws(KnowledgeError) -> Double {
    guard let field = object.optional("step") else { return 1 }
    let step = try field.number()
    guard step > 0 else { throw field.failure(expected: "a number above 0") }
    return step
  }
}

extension Band {
  /// Reads bands.
  ///
  /// - Parameters:
  ///   - field: a list of ranges with labels, from the lowest to the highest.
  ///   - direction: which end is the bad one.
  /// - Returns: the bands.
  /// - Throws: an error that names the field.
  static func list(
    _ field: Field, _ direction: Instrument.Direction
  ) throws(KnowledgeError) -> [Band] {
    let fields = try field.list()
    var bands: [Band] = []
    for (index, field) in fields.enumerated() {
      let band = try field.object(keys: ["range", "label"])
      bands.append(
        Band(
          label: try band.required("label").text(), range: try band.required("range").range(),
          severityRank: direction == .higherIsWorse ? index : fields.count - 1 - index))
    }
    return bands
  }
}
