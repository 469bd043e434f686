public import Time

/// Something the person wants to reach.
public struct Goal: Hashable, Sendable, Codable {
  /// How a goal stands.
  public enum Status: String, Choice {
    /// Being worked on.
    case open
    /// Reached.
    case achieved
    /// Not being worked on.
    case setAside
  }

  /// The goal.
  public let title: Name
  /// How it stands.
  public let status: Status
  /// The day to reach it by.
  public let target: Day?
  /// How far it is reached.
  public let progress: Rating?
  /// Anything else.
  public let note: FreeText?

  /// Creates the fact.
  ///
  /// - Parameters:
  ///   - title: the goal.
  ///   - status: how it stands.
  ///   - target: the day to reach it by.
  ///   - progress: how far it is reached.
  ///   - note: anything else.
  public init(
    title: Name, status: Status, target: Day? = nil, progress: Rating? = nil, note: FreeText? = nil
  ) {
    self.title = title
    self.status = status
    self.target = target
    self.progress = progress
    self.note = note
  }
}
