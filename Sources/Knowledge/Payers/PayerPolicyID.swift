/// The identifier of a payer's policy, such as `cp-bh-200`.
public struct PayerPolicyID: TextIdentifier {
  public let rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }
}
