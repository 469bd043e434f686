public import Time

/// What a payer asks for before it pays for a treatment, as far as it has a source.
public struct PayerPolicy: Hashable, Sendable, Identifiable {
  /// Whether a policy holds on a day.
  public enum Standing: Hashable, Sendable {
    /// It holds.
    case inForce
    /// It does not hold yet; the first day.
    case notYetInForce(from: Day)
    /// It no longer holds; the last day.
    case outOfDate(since: Day)
    /// The source at hand does not say when it took effect; look it up.
    case datesNotRecorded
  }

  /// A code for billing.
  public struct BillingCode: Hashable, Sendable {
    /// The code.
    public let code: String
    /// What it stands for.
    public let meaning: String
    /// How well it is known and where it comes from.
    public let evidence: Evidence
  }

  /// The identifier.
  public let id: PayerPolicyID
  /// The title.
  public let title: String
  /// Who pays.
  public let payer: String
  /// What is asked for.
  public let treatment: String
  /// The first day on which it holds; nil when not recorded.
  public let validFrom: Day?
  /// The last day on which it holds; nil when not recorded or open.
  public let validTo: Day?
  /// What it asks for, in its order; never empty.
  public let criteria: [PolicyCriterion]
  /// What the packet needs beside, which no record holds.
  public let attachments: [String]
  /// The codes for billing.
  public let billingCodes: [BillingCode]
  /// How well the document as a whole is known and where it comes from.
  public let evidence: Evidence
  /// The document's provenance.
  public let provenance: Provenance

  /// Tells whether the policy holds on a day.
  ///
  /// - Parameter day: the day of the request.
  /// - Returns: how it stands; never in force without a recorded first day.
  public func standing(on day: Day) -> Standing {
    if let validTo, validTo < day { return .outOfDate(since: validTo) }
    guard let validFrom else { return .datesNotRecorded }
    return validFrom > day ? .notYetInForce(from: validFrom) : .inForce
  }

  /// Whether somebody should have looked at the document again by a day.
  ///
  /// - Parameter day: the day of the request.
  /// - Returns: true after the day of review.
  public func isReviewOverdue(on day: Day) -> Bool { provenance.reviewBy < day }
}
