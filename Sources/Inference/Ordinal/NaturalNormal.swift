private import Foundation

/// A normal factor exp(ν x - ½ τ x²) by its natural parameters; factors multiply by adding them.
struct NaturalNormal {
  /// τ; 0 for a factor that says nothing.
  var precision: Double
  /// ν, the precision times the mean.
  var shift: Double

  static let flat = NaturalNormal(precision: 0, shift: 0)

  init(precision: Double, shift: Double) {
    self.precision = precision
    self.shift = shift
  }

  init(mean: Double, variance: Double) {
    precision = 1 / variance
    shift = mean / variance
  }

  var mean: Double { shift / precision }
  var variance: Double { 1 / precision }

  /// The logarithm of the factor's integral, less ½ log 2π.
  var logMass: Double { 0.5 * (shift * shift / precision - log(precision)) }

  static func + (left: NaturalNormal, right: NaturalNormal) -> NaturalNormal {
    NaturalNormal(precision: left.precision + right.precision, shift: left.shift + right.shift)
  }

  static func - (left: NaturalNormal, right: NaturalNormal) -> NaturalNormal {
    NaturalNormal(precision: left.precision - right.precision, shift: left.shift - right.shift)
  }

  /// A point on the way from this factor to another: 1 is the other.
  func moved(_ share: Double, towards other: NaturalNormal) -> NaturalNormal {
    NaturalNormal(
      precision: precision + share * (other.precision - precision),
      shift: shift + share * (other.shift - shift))
  }
}
