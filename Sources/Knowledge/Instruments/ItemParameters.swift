/// How each answer of an instrument depends on severity, from a sample of many people.
///
/// The graded-response model: P(answer ≥ k) = 1 / (1 + exp(-a (θ - b_k))), with severity θ of mean 0
/// and standard deviation 1 in the sample's population. Safety items never have parameters: their
/// answers are looked at one by one and never smoothed.
public struct ItemParameters: Hashable, Sendable {
  /// The parameters of one item.
  public struct Item: Hashable, Sendable {
    /// The item.
    public let item: ItemID
    /// a, in logits per unit of severity, above 0.
    public let discrimination: Double
    /// b, rising: the severity at which each step upwards is as likely as not.
    public let difficulties: [Double]
  }

  /// The instrument.
  public let instrument: InstrumentID
  /// The items in the order of the instrument; those that are left out have no parameters.
  public let items: [Item]
  /// The people whose severity has mean 0 and standard deviation 1.
  public let population: String
  /// How many complete forms the sample has.
  public let forms: Int
  /// Where the record comes from.
  public let provenance: Provenance
  /// The evidence of the parameters.
  public let evidence: Evidence
}
