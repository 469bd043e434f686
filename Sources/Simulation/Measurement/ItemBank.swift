/// The graded-response model of the nine questions of the PHQ-9:
/// P(answer of item j ≥ k) = logistic(a_j (θ - b_jk)).
///
/// Fitted by this project to 39,467 complete forms of NHANES 2005 to March 2020 (US government work):
/// marginal maximum likelihood, θ ~ N(0, 1) among adults of the United States. Items 1 to 8 are those
/// of `Knowledge`. The item on self-harm, which the record never smooths or fills in, is only ever
/// invented here.
struct ItemBank: Hashable, Sendable {
  /// One question.
  struct Item: Hashable, Sendable {
    let name: String
    /// a: logits per unit of θ.
    let discrimination: Double
    /// b: where each answer becomes as probable as not.
    let difficulties: [Double]
  }

  let items: [Item]
  /// The standard deviation of what a person's item on self-harm has of its own, in units of θ.
  let selfHarmSpread: Double

  /// The published table, as it is printed: three decimals.
  static let phq9 = ItemBank(
    items: [
      Item(name: "interest", discrimination: 2.236, difficulties: [0.867, 1.753, 2.284]),
      Item(name: "mood", discrimination: 3.044, difficulties: [0.802, 1.664, 2.124]),
      Item(name: "sleep", discrimination: 1.663, difficulties: [0.433, 1.449, 1.970]),
      Item(name: "energy", discrimination: 1.990, difficulties: [0.016, 1.288, 1.834]),
      Item(name: "appetite", discrimination: 1.792, difficulties: [0.941, 1.843, 2.393]),
      Item(name: "guilt", discrimination: 2.676, difficulties: [1.130, 1.898, 2.325]),
      Item(name: "concentration", discrimination: 2.134, difficulties: [1.219, 2.001, 2.441]),
      Item(name: "psychomotor", discrimination: 2.086, difficulties: [1.602, 2.314, 2.796]),
      Item(name: "self-harm", discrimination: 2.357, difficulties: [2.223, 2.871, 3.250]),
    ], selfHarmSpread: 0.5)

  /// The place of the question on self-harm.
  static let selfHarm = 8

  /// a of an item for one person.
  ///
  /// What is a person's own flattens the curve of the group; the item is steeper in each person by what
  /// brings the group's curve back (logistic with normal: Zeger, Liang & Albert 1988, Biometrics
  /// 44:1049).
  func discrimination(of index: Int) -> Double {
    let published = items[index].discrimination
    guard index == ItemBank.selfHarm else { return published }
    let own = published * selfHarmSpread
    return published / (1 - 0.345_843 * own * own).squareRoot()
  }
}
