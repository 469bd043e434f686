public import PatientRecord

/// The record of an invented person and what a summary of a clinic counts.
public struct InventedRecord: Hashable, Sendable {
  /// Who the person is in the record.
  public let patient: PatientID
  /// The entries in the order of the moments they are about.
  public let entries: [Entry]
  /// What a summary counts.
  public let tally: ClinicTally
}

/// What a clinic holds, in numbers.
public struct ClinicTally: Hashable, Sendable {
  /// How many people.
  public var people = 0
  /// How many entries of each kind.
  public var entries: [Fact.Kind: Int] = [:]
  /// How many answers above the lowest to the question on self-harm.
  public var safetyAnswers = 0
  /// How many people gave one or more.
  public var peopleWithSafetyAnswers = 0
  /// How many signals nobody has looked after by the end.
  public var openSignals = 0
  /// How many people stopped answering and coming before the end.
  public var leavers = 0
  /// How many people fell ill again after they had been well.
  public var relapses = 0

  /// Counts nothing yet.
  public init() {}

  /// The number of all entries.
  public var entryCount: Int { entries.values.reduce(0, +) }

  /// Adds other people.
  ///
  /// - Parameter other: what is counted for them.
  public mutating func add(_ other: ClinicTally) {
    people += other.people
    entries.merge(other.entries, uniquingKeysWith: +)
    safetyAnswers += other.safetyAnswers
    peopleWithSafetyAnswers += other.peopleWithSafetyAnswers
    openSignals += other.openSignals
    leavers += other.leavers
    relapses += other.relapses
  }
}
