import Inference

extension TableRow {
  /// Whether no regressor is missing.
  var isComplete: Bool { !regressors.contains(nil) }
}

extension [TableRow] {
  /// The outcomes as a series; rows without an outcome stay as times at which the level is wanted.
  ///
  /// - Parameters:
  ///   - regressors: the names of the regressors.
  ///   - dropIncomplete: whether outcomes without all regressors are left out rather than refused.
  ///   - file: the name of the file, for messages.
  /// - Returns: the series.
  /// - Throws: ``BadInput`` for outcomes that lack a regressor, `InferenceError` for an unusable series.
  func series(
    regressors: [String], dropIncomplete: Bool, file: String
  ) throws -> TrajectorySeries {
    let incomplete = filter { $0.value != nil && !$0.isComplete }
    if let first = incomplete.first, !dropIncomplete {
      throw BadInput(
        "\(file): line \(first.line)",
        "\(counted(incomplete.count, "row")) with an outcome, this one first, lack a regressor",
        cure: "fill them, or leave their outcomes out with --drop-incomplete")
    }
    let readings = compactMap { row in
      row.value.flatMap { value in
        row.isComplete
          ? TrajectorySeries.Reading(
            time: row.moment.order, value: value, regressors: row.regressors.compactMap(\.self))
          : nil
      }
    }
    return try TrajectorySeries(
      readings, regressorNames: regressors, alsoAt: map(\.moment.order))
  }
}
