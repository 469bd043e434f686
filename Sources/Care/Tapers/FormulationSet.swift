/// What a dose can be made up from.
public struct FormulationSet: Hashable, Sendable {
  /// Into how many parts a tablet may be divided.
  public enum Splitting: String, Hashable, Sendable, CaseIterable {
    /// Not at all.
    case none
    /// In two.
    case halves
    /// In four.
    case quarters
  }

  /// The strengths of tablets or capsules, each once, the strongest first.
  public let tablets: [ExactDose]
  /// How tablets may be divided.
  public let splitting: Splitting
  /// The liquid; nil when there is none.
  public let liquid: Liquid?

  /// The most strengths that are taken together.
  static let mostStrengths = 6

  /// Creates a set.
  ///
  /// - Parameters:
  ///   - tablets: the strengths, in any order; whole micrograms, so that quarters are exact.
  ///   - splitting: how tablets may be divided.
  ///   - liquid: the liquid, if there is one.
  /// - Throws: an error when there is nothing in the set, a strength is 0 or there are too many.
  public init(
    tablets: [ExactDose], splitting: Splitting = .none, liquid: Liquid? = nil
  ) throws(TaperError) {
    let distinct = Set(tablets).sorted(by: >)
    guard !distinct.isEmpty || liquid != nil else { throw .noFormulation }
    guard distinct.count <= Self.mostStrengths else {
      throw .outOfRange(
        "the number of strengths", given: "\(distinct.count)", allowed: "1 to \(Self.mostStrengths)"
      )
    }
    for strength in distinct where strength == .zero || strength.nanograms % 1_000 != 0 {
      throw .outOfRange("a tablet", given: "\(strength)", allowed: "whole micrograms above 0")
    }
    self.tablets = distinct
    self.splitting = splitting
    self.liquid = liquid
  }
}

extension FormulationSet.Splitting {
  /// The denominators of the parts that a tablet may give, the whole among them.
  var denominators: [Int] {
    switch self {
    case .none: [1]
    case .halves: [1, 2]
    case .quarters: [1, 2, 4]
    }
  }
}
