public import Inference
public import PatientRecord

/// How well the model foretold answers it had not seen.
public struct ForecastCheckPart: Sendable {
  /// The item.
  public let item: CheckInItemID
  /// One day ahead and one week ahead.
  public let scores: [Finding<ForecastScores>]
}
