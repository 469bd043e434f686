/// What a rule says when it fires.
public struct RuleAdvice: Hashable, Sendable {
  /// What kind of thing it says.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Not to start or continue something.
    case avoid
    /// To wait before something.
    case wait
    /// To change a dose or a treatment.
    case adjust
    /// To look at the patient or at a value.
    case assess
    /// To measure again and again.
    case monitor
    /// To prepare something.
    case plan
    /// To weigh something as an option.
    case offer
    /// To know something.
    case inform
  }

  /// What kind of thing it says.
  public let kind: Kind
  /// Medicines, classes or treatments it is about, by identifier; may be empty.
  public let about: [String]
  /// What it says, in our own words.
  public let text: String
  /// What can be done, in no order of preference.
  public let options: [String]
  /// The calendar of the due list it points to, by identifier.
  public let calendar: String?
}
