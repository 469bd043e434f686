extension MedicinesReader {
  private static let doseKeys: Set<String> = Library.evidenceKeys.union([
    "use", "form", "measure", "unit", "countedAs", "minimumEffective", "usualMaximum", "weeks",
    "sessions", "limits",
  ])

  /// The doses that make sense in any unit.
  private static let sensible = 0.000_001...1_000_000.0

  /// Reads the doses of a medicine.
  ///
  /// - Parameters:
  ///   - object: the medicine.
  ///   - forms: its forms.
  /// - Returns: the doses in the order written.
  /// - Throws: an error when a use and form stands twice, or a maximum is below the minimum.
  func doses(
    _ object: Object, forms: [MedicineFormID]
  ) throws(KnowledgeError) -> [DoseGuide] {
    var guides: [DoseGuide] = []
    for field in try object.optional("doses")?.list() ?? [] {
      let guide = try dose(field, forms: forms)
      guard !guides.contains(where: { $0.use == guide.use && $0.form == guide.form }) else {
        throw field.failure(.duplicate([guide.use.rawValue, guide.form?.rawValue].words))
      }
      guides.append(guide)
    }
    return guides
  }

  private func dose(
    _ field: Field, forms: [MedicineFormID]
  ) throws(KnowledgeError) -> DoseGuide {
    let group = try field.object(keys: MedicinesReader.doseKeys)
    let guide = DoseGuide(
      use: try group.required("use").choice(),
      form: try group.optional("form")?.known(as: "such form of this medicine", forms.contains),
      measure: try group.optional("measure")?.choice() ?? .dailyDose,
      unit: try group.required("unit").text(), countedAs: try group.optionalText("countedAs"),
      minimumEffective: try group.optional("minimumEffective")?.span(in: MedicinesReader.sensible),
      usualMaximum: try group.optional("usualMaximum")?.span(in: MedicinesReader.sensible),
      weeks: try group.optional("weeks")?.span(in: 0.1...520),
      sessions: try group.optional("sessions")?.span(in: 1...1_000),
      limits: try limits(group), evidence: try library.evidence(of: group))
    if let least = guide.minimumEffective, let most = guide.usualMaximum,
      most.upperBound < least.lowerBound
    {
      throw field.failure(.inconsistent("the maximum lies below the smallest effective dose"))
    }
    return guide
  }

  private func limits(_ group: Object) throws(KnowledgeError) -> [DoseGuide.Limit] {
    var limits: [DoseGuide.Limit] = []
    for field in try group.optional("limits")?.list() ?? [] {
      let object = try field.object(keys: Library.evidenceKeys.union(["maximum", "when"]))
      limits.append(
        DoseGuide.Limit(
          maximum: try object.required("maximum").span(in: MedicinesReader.sensible).lowerBound,
          when: try object.required("when").text(), evidence: try library.evidence(of: object)))
    }
    return limits
  }
}

extension [String?] {
  /// The texts that are there, as one.
  fileprivate var words: String { compactMap(\.self).joined(separator: " ") }
}
