extension MedicinesReader {
  /// Reads how long a medicine stays.
  ///
  /// - Parameter object: the medicine.
  /// - Returns: the half-life; nil when it is left out.
  /// - Throws: an error that names the field.
  func halfLife(_ object: Object) throws(KnowledgeError) -> HalfLife? {
    guard let field = object.optional("halfLife") else { return nil }
    let group = try field.object(keys: Library.evidenceKeys.union(["hours", "metaboliteHours"]))
    let sensible = 0.01...10_000.0
    return HalfLife(
      hours: try group.required("hours").span(in: sensible),
      metaboliteHours: try group.optional("metaboliteHours")?.span(in: sensible),
      evidence: try library.evidence(of: group))
  }

  /// Reads the editorial summaries.
  ///
  /// - Parameter object: the medicine.
  /// - Returns: the summaries; nil when they are left out.
  /// - Throws: an error that names the field.
  func scores(_ object: Object) throws(KnowledgeError) -> EditorialScores? {
    guard let field = object.optional("scores") else { return nil }
    let group = try field.object(
      keys: Library.evidenceKeys.union(["serotonergic", "sexual", "weight", "withdrawal"]))
    return EditorialScores(
      serotonergic: try group.optional("serotonergic")?.span(in: 0...3),
      sexual: try group.optional("sexual")?.span(in: 0...3),
      weight: try group.optional("weight")?.span(in: -1...3),
      withdrawal: try group.optional("withdrawal")?.span(in: 0...3),
      evidence: try library.evidence(of: group))
  }

  /// Reads the dose that went with the same effect as the reference dose.
  ///
  /// - Parameter object: the medicine.
  /// - Returns: the dose; nil when it is left out.
  /// - Throws: an error that names the field.
  func equivalentDose(_ object: Object) throws(KnowledgeError) -> EquivalentDose? {
    guard let field = object.optional("equivalentDose") else { return nil }
    let group = try field.object(keys: Library.evidenceKeys.union(["milligramsPerDay"]))
    return EquivalentDose(
      milligramsPerDay: try group.required("milligramsPerDay").span(in: 0.001...100_000).lowerBound,
      evidence: try library.evidence(of: group))
  }
}
