/// How a dose is made up.
public struct MadeUpDose: Hashable, Sendable {
  /// Equal tablets or equal parts of tablets.
  public struct Tablets: Hashable, Sendable {
    /// How many.
    public let count: Int
    /// The strength of the whole tablet.
    public let strength: ExactDose
    /// 1 for whole tablets, 2 for halves, 4 for quarters.
    public let denominator: Int
  }

  /// The tablets, the strongest part first.
  public let tablets: [Tablets]
  /// The volume of the liquid, in microlitres.
  public let microlitres: Int
  /// The mass of that volume.
  public let liquidMass: ExactDose

  /// The sum of all parts.
  public var total: ExactDose {
    let solid = tablets.reduce(0) { $0 + $1.count * $1.strength.nanograms / $1.denominator }
    return ExactDose(nanograms: solid + liquidMass.nanograms)
  }

  /// Whether tablets and liquid are taken together.
  public var isMixed: Bool { !tablets.isEmpty && microlitres > 0 }

  /// Whether a tablet is divided.
  public var isSplit: Bool { tablets.contains { $0.denominator > 1 } }
}

extension MadeUpDose: CustomStringConvertible {
  /// Such as `2 x 20 mg + 1/2 x 10 mg + 0.7 ml`.
  public var description: String {
    var parts = tablets.map { tablet in
      switch (tablet.count, tablet.denominator) {
      case (let count, 1): "\(count) x \(tablet.strength)"
      case (1, let denominator): "1/\(denominator) x \(tablet.strength)"
      case (let count, let denominator): "\(count) x 1/\(denominator) x \(tablet.strength)"
      }
    }
    if microlitres > 0 { parts.append(Liquid.words(microlitres: microlitres)) }
    return parts.joined(separator: " + ")
  }
}
