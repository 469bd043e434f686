/// How supports become the probability of the next recall.
///
/// Items recalled before are left out. A support below ``leastSupport`` counts as that much, so that
/// every item left has a chance.
public enum ChoiceRule: String, CaseIterable, Hashable, Sendable {
  /// P(i) = a_i^tau / sum a_k^tau (Luce 1959, Individual choice behavior; as used by Kragel, Morton &
  /// Polyn 2015).
  case power
  /// P(i) = exp(tau a_i) / sum exp(tau a_k). cymr's temperature T is 2 / tau.
  case exponential

  /// The least support that counts: 1e-6, as in cymr.
  public static let leastSupport = 1e-6
}
