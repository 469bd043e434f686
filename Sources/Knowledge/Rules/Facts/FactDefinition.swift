/// A kind of fact that rules may use, with its type and unit.
public struct FactDefinition: Hashable, Sendable {
  /// The type of the value.
  public enum Kind: Hashable, Sendable {
    /// A number with its unit; nil for a pure number.
    case number(unit: String?)
    /// Yes or no.
    case flag
    /// One of several words.
    case choice([String])
    /// A calendar day.
    case date
    /// A set of words.
    case set(Vocabulary)
  }

  /// What may belong to a set.
  public enum Vocabulary: Hashable, Sendable {
    /// These words and no other.
    case listed(Set<String>)
    /// Identifiers that another resource defines, such as `medicines`.
    case elsewhere(String)
  }

  /// Where values come from.
  public enum Origin: String, Hashable, Sendable, CaseIterable {
    /// Read from entries of the record.
    case record
    /// A measurement of the record with one of the names and the unit.
    case measured
    /// Worked out from the record or from other facts.
    case derived
    /// Stated by the clinician.
    case given
  }

  /// The identifier.
  public let id: FactID
  /// The type of the value.
  public let kind: Kind
  /// What the parameter names, such as `medicines`; nil for facts without one.
  public let parameter: String?
  /// Where values come from.
  public let origin: Origin
  /// The sets whose union this one is; empty for all others.
  public let union: [FactID]
  /// The names of the measurements that give it, in lower case with hyphens; `*` stands for the
  /// parameter.
  public let measurements: [String]
  /// The instrument that gives it; nil for facts of no single instrument.
  public let instrument: InstrumentID?
  /// For how many days after a session it is still read from it; 0 for the day of the session alone.
  public let sessionDays: Int
  /// Why no record gives it, so that somebody must state it; nil for facts read from records.
  public let statedBecause: String?
  /// What it is, in one sentence.
  public let about: String

  /// The unit, where it has one.
  public var unit: String? {
    if case .number(let unit) = kind { unit } else { nil }
  }

  /// Tells whether a value is of this kind.
  ///
  /// - Parameter value: the value.
  /// - Returns: false also for words that the catalogue does not list and for numbers not finite.
  public func admits(_ value: FactValue) -> Bool {
    switch (kind, value) {
    case (.number, .number(let number)): number.isFinite
    case (.number, .range(let range)):
      range.lowerBound.isFinite && range.upperBound > -.infinity
    case (.flag, .flag), (.date, .date), (.set(.elsewhere), .set): true
    case (.choice(let words), .choice(let word)): words.contains(word)
    case (.set(.listed(let words)), .set(let set)): set.has.union(set.hasNot).isSubset(of: words)
    default: false
    }
  }
}
