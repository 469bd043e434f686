extension Knowledge {
  /// Reads the results of trials.
  ///
  /// - Parameters:
  ///   - roots: the documents of kind `trialResults`.
  ///   - library: the sources that may be cited.
  /// - Returns: the trials by identifier.
  /// - Throws: an error that names document, record and field.
  static func trials(
    in roots: [Field], citing library: Library
  ) throws(KnowledgeError) -> [String: TrialResult] {
    var trials: [String: TrialResult] = [:]
    for root in roots {
      let record = try root.called("trials").object(keys: Library.recordKeys.union(["trials"]))
      _ = try library.provenance(of: record)
      for field in try record.required("trials").list() {
        let trial = try trial(field.named(by: "id"), citing: library)
        guard trials.updateValue(trial, forKey: trial.id) == nil else {
          throw field.failure(.duplicate(trial.id))
        }
      }
    }
    return trials
  }

  private static func trial(
    _ field: Field, citing library: Library
  ) throws(KnowledgeError) -> TrialResult {
    let object = try field.object(
      keys: Library.evidenceKeys.union(["id", "comparison", "participants", "outcomes"]))
    var outcomes: [TrialResult.Outcome] = []
    for place in try object.required("outcomes").list() {
      let group = try place.object(
        keys: Library.evidenceKeys.union(["measure", "arm", "value", "unit"]))
      outcomes.append(
        TrialResult.Outcome(
          measure: try group.required("measure").text(), arm: try group.required("arm").text(),
          value: try group.required("value").number(), unit: try group.required("unit").text(),
          evidence: try library.evidence(of: group)))
    }
    return TrialResult(
      id: try object.required("id").text(), comparison: try object.required("comparison").text(),
      participants: try object.optional("participants")?.integer(in: 1...1_000_000_000),
      outcomes: outcomes, evidence: try library.evidence(of: object))
  }
}
