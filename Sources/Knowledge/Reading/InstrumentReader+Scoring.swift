extension InstrumentReader {
  /// The possible totals and how answers become one.
  struct Totals {
    var range: ClosedRange<Double>
    var direction: Instrument.Direction
    var rule: Scoring?
  }

  mutating func scoring(of wording: Wording) throws(KnowledgeError) -> Totals {
    let rules: Set<String> = ["maximumMissing", "prorates", "neverImpute"]
    let object = try requiredGroup(
      .scoring,
      keys: wording.kind == .items ? rules.union(["range", "direction"]) : ["range", "direction"])
    let totals = Totals(
      range: try object.required("range").range(),
      direction: try object.required("direction").choice())
    guard wording.kind == .items else { return totals }
    return Totals(range: totals.range, direction: totals.direction, rule: try rule(object))
  }

  mutating func bands(_ direction: Instrument.Direction) throws(KnowledgeError) -> [Band] {
    guard let object = try group(.bands, keys: ["list"]) else { return [] }
    let fields = try object.required("list").list()
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

  private func rule(_ object: Object) throws(KnowledgeError) -> Scoring {
    var neverImpute: [ItemID] = []
    for field in try object.optional("neverImpute")?.list() ?? [] {
      neverImpute.append(ItemID(rawValue: try field.text()))
    }
    return Scoring(
      maximumMissing: try object.required("maximumMissing").integer(in: 0...100),
      prorates: try object.required("prorates").flag(), neverImpute: neverImpute)
  }
}
