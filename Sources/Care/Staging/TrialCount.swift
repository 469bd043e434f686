/// Whether a trial counts for a method, and why.
public struct TrialCount: Hashable, Sendable {
  /// Whether it counts.
  public enum Status: Hashable, Sendable {
    /// It counts.
    case counted
    /// It may count: by some published forms, or if what is missing says so.
    case perhaps([String])
    /// It does not count; why, in words.
    case notCounted([String])
  }

  /// The trial's label.
  public let trial: String
  /// What was given.
  public let agent: TreatmentTrial.Agent
  /// Whether it counts.
  public let status: Status
}

/// The failed trials of a method: how many are certain and how many are possible.
public struct FailureCount: Hashable, Sendable {
  /// Every trial with its status, in the order given.
  public let trials: [TrialCount]

  /// The failures that are certain.
  public var least: [TrialCount] { trials.filter { $0.status == .counted } }
  /// The failures that are certain or possible.
  public var most: [TrialCount] {
    trials.filter { count in
      if case .notCounted = count.status { false } else { true }
    }
  }
  /// What would have to be known to make the possible ones certain.
  public var missing: [String] {
    trials.flatMap { count -> [String] in
      guard case .perhaps(let reasons) = count.status else { return [] }
      return reasons.map { "\(count.trial): \($0)" }
    }
  }
}
