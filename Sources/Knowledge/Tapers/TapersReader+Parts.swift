extension TapersReader {
  /// The doses a day that make sense, in mg.
  private static let sensible = 0.001...10_000.0

  /// Reads the parameters from dose to occupancy.
  ///
  /// - Parameters:
  ///   - field: the group.
  ///   - forms: the forms of the medicine.
  /// - Returns: the model.
  /// - Throws: an error when it misses a published point by more than 10 % of the dose.
  func model(_ field: Field, forms: [MedicineFormID]) throws(KnowledgeError) -> OccupancyModel {
    let object = try field.object(
      keys: Library.evidenceKeys.union([
        "form", "maximum", "halfMaximalDose", "range", "spread", "published",
      ]))
    let published = try object.optional("published")?
      .object(keys: Library.evidenceKeys.union(["points"]))
    let model = OccupancyModel(
      form: try object.optional("form")?.known(as: "such form of this medicine", forms.contains),
      maximum: try object.required("maximum").span(in: 1...100).lowerBound,
      halfMaximalDose: try object.required("halfMaximalDose").span(in: Self.sensible).lowerBound,
      halfMaximalRange: try object.optional("range")?.span(in: Self.sensible),
      spread: try object.required("spread").span(in: 0.01...2).lowerBound,
      published: try published.map(points) ?? [],
      publishedEvidence: try published.map(library.evidence),
      evidence: try library.evidence(of: object))
    for point in model.published {
      let dose = model.dose(atOccupancy: point.occupancy)
      guard abs(dose - point.dose) <= 0.1 * point.dose else {
        throw field.failure(
          .inconsistent(
            "the model gives \(dose) mg for \(point.occupancy) %, published are \(point.dose)"))
      }
    }
    if let range = model.halfMaximalRange, !range.contains(model.halfMaximalDose) {
      throw field.failure(.inconsistent("the half-maximal dose lies outside its range"))
    }
    return model
  }

  private func points(_ published: Object) throws(KnowledgeError) -> [OccupancyModel.Point] {
    var points: [OccupancyModel.Point] = []
    for field in try published.required("points").list() {
      let point = try field.object(keys: ["dose", "occupancy"])
      points.append(
        OccupancyModel.Point(
          dose: try point.required("dose").span(in: Self.sensible).lowerBound,
          occupancy: try point.required("occupancy").span(in: 0.1...100).lowerBound))
    }
    return points
  }

  /// Reads measurements of occupancy.
  ///
  /// - Parameter object: the record of a medicine.
  /// - Returns: the measurements in the order written.
  /// - Throws: an error that names the field.
  func anchors(_ object: Object) throws(KnowledgeError) -> [TaperRecord.Anchor] {
    var anchors: [TaperRecord.Anchor] = []
    for field in try object.optional("anchors")?.list() ?? [] {
      let anchor = try field.object(
        keys: Library.evidenceKeys.union(["dose", "occupancy", "text"]))
      anchors.append(
        TaperRecord.Anchor(
          dose: try anchor.required("dose").span(in: Self.sensible).lowerBound,
          occupancy: try anchor.required("occupancy").span(in: 0.1...100).lowerBound,
          text: try anchor.optionalText("text"), evidence: try library.evidence(of: anchor)))
    }
    return anchors
  }

  /// Reads a published schedule.
  ///
  /// - Parameters:
  ///   - object: the record of a medicine.
  ///   - forms: the forms of the medicine.
  /// - Returns: the schedule; nil when it is left out.
  /// - Throws: an error when its doses do not fall or a note names none of them.
  func preset(
    _ object: Object, forms: [MedicineFormID]
  ) throws(KnowledgeError) -> TaperRecord.Preset? {
    guard let field = object.optional("preset") else { return nil }
    let preset = try field.object(
      keys: Library.evidenceKeys.union(["form", "doses", "notes"]))
    var doses: [Double] = []
    for dose in try preset.required("doses").list() {
      let number = try dose.span(in: Self.sensible).lowerBound
      guard doses.last.map({ number < $0 }) ?? true else {
        throw dose.failure(.inconsistent("a taper's doses must fall"))
      }
      doses.append(number)
    }
    guard !doses.isEmpty else { throw try preset.required("doses").failure(.missing) }
    return TaperRecord.Preset(
      form: try preset.optional("form")?.known(as: "such form of this medicine", forms.contains),
      doses: doses, notes: try notes(preset, on: doses), evidence: try library.evidence(of: preset))
  }

  private func notes(
    _ preset: Object, on doses: [Double]
  ) throws(KnowledgeError) -> [Double: String] {
    var notes: [Double: String] = [:]
    for field in try preset.optional("notes")?.list() ?? [] {
      let note = try field.object(keys: ["dose", "text"])
      let dose = try note.required("dose").number()
      guard doses.contains(dose) else {
        throw field.failure(.inconsistent("\(dose) is no dose of this schedule"))
      }
      guard notes.updateValue(try note.required("text").text(), forKey: dose) == nil else {
        throw field.failure(.duplicate("\(dose)"))
      }
    }
    return notes
  }
}
