public import Time

/// A rule of care: when it applies, what it then says, and why.
///
/// A rule speaks to clinicians. It gives options and its full basis, and leaves the decision to them.
public struct Rule: Hashable, Sendable {
  /// The identifier, such as `PH-01`.
  public let id: String
  /// The version; it changes with every change of what the rule says.
  public let version: String
  /// The title.
  public let title: String
  /// The identifier of the family it belongs to.
  public let family: String
  /// For whom it is meant.
  public let appliesTo: [RuleRole]
  /// When it applies.
  public let condition: Condition
  /// What it says.
  public let advice: RuleAdvice
  /// How much weight it has.
  public let level: RuleLevel
  /// Whether a stop only lasts until a missing step is done.
  public let isSoft: Bool
  /// What kind of statement it rests on.
  public let strength: RuleStrength
  /// How well it is known and where it comes from.
  public let evidence: Evidence
  /// Where it is shown: ISO 3166 codes, `EU`, or `world`. This is no claim that every regulator
  /// says the same; the sources tell whose statement it is.
  public let jurisdiction: [String]
  /// Why it says so, in plain words.
  public let rationale: String
  /// Reasons from which one may be chosen when the rule is overridden.
  public let overrideReasons: [String]
  /// The first day on which it is used.
  public let validFrom: Day
  /// The last day on which it is used; nil while none is set.
  public let validTo: Day?
  /// The day by which somebody must look at it again.
  public let reviewBy: Day
  /// Whether a named reviewer signed its family.
  public let isReviewed: Bool
  /// What has not been read yet and weakens it until a reviewer signs the family.
  public let pending: String?

  /// What must be said beside the rule wherever it is shown; a signed family takes it away.
  public var cautions: [String] {
    guard !isReviewed else { return [] }
    return (evidence.certainty == .established ? ["not yet second-read"] : [])
      + [pending].compactMap(\.self)
  }

  /// Whether a reason must be recorded even when the rule is followed.
  public var asksReasonToAccept: Bool { level == .stop }

  /// Tells whether the rule is used somewhere on a day.
  ///
  /// - Parameters:
  ///   - place: an ISO 3166 code or `EU`; nil for every place.
  ///   - day: the day.
  /// - Returns: true when place and day are within what the rule says of itself.
  public func isInForce(in place: String?, on day: Day) -> Bool {
    day >= validFrom && validTo.map { day <= $0 } ?? true && isShown(in: place)
  }

  /// Tells whether the rule is shown somewhere.
  ///
  /// - Parameter place: an ISO 3166 code or `EU`; nil for every place.
  /// - Returns: true for rules of the whole world, of the place and of areas that it belongs to.
  public func isShown(in place: String?) -> Bool {
    guard let place else { return true }
    let places = RuleBook.places(around: place).union([RuleBook.everywhere])
    return !places.isDisjoint(with: jurisdiction)
  }
}
