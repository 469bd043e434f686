public import Knowledge

/// What a method says, with everything it rests on.
public struct StagingResult: Hashable, Sendable {
  /// A score and its name.
  public struct Score: Hashable, Sendable {
    /// The points, or the place of the stage counted from 0.
    public let points: Double
    /// The name of the stage or the band; nil where the method has none.
    public let label: String?

    /// Creates a score.
    ///
    /// - Parameters:
    ///   - points: the points, or the place of the stage counted from 0.
    ///   - label: the name of the stage or the band.
    public init(points: Double, label: String?) {
      self.points = points
      self.label = label
    }
  }

  /// What it comes to.
  public enum Outcome: Hashable, Sendable {
    /// One score.
    case exactly(Score)
    /// At least the first, at most the second: forms differ or something is missing.
    case between(Score, Score)
    /// The method does not apply; why, in words.
    case outside(String)
    /// Whether it applies cannot be told; why, in words.
    case undetermined(String)
  }

  /// One part of a score.
  public struct Part: Hashable, Sendable {
    /// What is counted.
    public let name: String
    /// Its points, a range where something is missing or forms differ.
    public let points: ClosedRange<Double>
  }

  /// The methods.
  public enum Method: String, Hashable, Sendable, CaseIterable {
    /// Thase and Rush.
    case thaseRush
    /// Maudsley.
    case maudsley
    /// Massachusetts General Hospital.
    case massachusetts

    /// The name of the method.
    public var name: String {
      switch self {
      case .thaseRush: "Thase and Rush"
      case .maudsley: "Maudsley"
      case .massachusetts: "Massachusetts General Hospital"
      }
    }
  }

  /// The method.
  public let method: Method
  /// What it comes to.
  public let outcome: Outcome
  /// The parts of the score; empty for stages.
  public let parts: [Part]
  /// Every trial with whether it counted and why.
  public let failures: FailureCount
  /// What is missing, in words.
  public let missing: [String]
  /// The evidence of the method.
  public let evidence: Evidence
}

extension StagingResult.Outcome {
  /// One score where the ends are equal, else both.
  static func spanning(_ low: StagingResult.Score, _ high: StagingResult.Score) -> Self {
    low == high ? .exactly(low) : .between(low, high)
  }
}
