private import Foundation

extension RandomStream {
  /// The next number of the gamma law with scale 1.
  ///
  /// Its inverse times a rate is a number of the inverse-gamma law. Source: Marsaglia & Tsang
  /// (2000), A simple method for generating gamma variables. ACM Trans. Math. Softw. 26:363; below
  /// shape 1 the law of shape + 1 is scaled by a power of a uniform number.
  ///
  /// - Parameter shape: above 0 and finite.
  /// - Returns: a number of at least 0; not a number if the shape is out of range.
  public mutating func gamma(shape: Double) -> Double {
    guard shape > 0, shape.isFinite else { return .nan }
    guard shape >= 1 else {
      let boosted = gamma(shape: shape + 1)
      return boosted * exp(log(uniform()) / shape)
    }
    let offset = shape - 1.0 / 3
    let slope = 1 / (9 * offset).squareRoot()
    while true {
      let position = normal()
      let root = 1 + slope * position
      guard root > 0 else { continue }
      let cube = root * root * root
      let bound = 0.5 * position * position + offset * (1 - cube + log(cube))
      if log(uniform()) < bound { return offset * cube }
    }
  }
}
