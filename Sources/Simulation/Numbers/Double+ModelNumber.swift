/// The reference: the same steps as in single precision, with series long enough for 53 bits.
extension Double: ModelNumber {
  typealias Word = UInt32

  static var people: Int { 1 }

  init(uniform word: UInt32) { self = (Double(word >> 9) + 0.5) * 0x1p-23 }
  init(people: (Int) -> Double) { self = people(0) }

  func root() -> Double { squareRoot() }
  func isBelow(_ other: Double) -> Bool { self < other }
  func chosen(where mask: Bool, else other: Double) -> Double { mask ? self : other }
  static func any(_ mask: Bool) -> Bool { mask }
  subscript(person index: Int) -> Double { self }

  /// ln x = e ln 2 + 2 artanh ((m - 1) / (m + 1)), with m between the roots of 1/2 and 2.
  func logarithm() -> Double {
    let root: UInt64 = 0x3FE6_A09E_667F_3BCD
    let shifted = bitPattern &- root &+ 0x3FF0_0000_0000_0000
    let power = Double(shifted >> 52) - 1023
    let mantissa = Double(bitPattern: (shifted & 0x000F_FFFF_FFFF_FFFF) &+ root)
    let s = (mantissa - 1) / (mantissa + 1)
    let square = s * s
    var sum = 0.0
    for odd in stride(from: 23.0, through: 3.0, by: -2.0) { sum = (sum + 1 / odd) * square }
    return power * 0x1.62e42feep-1 + (2 * s + (2 * s * sum + power * 0x1.a39ef35793c76p-33))
  }

  /// e^x = 2^k e^r, with k whole and r within ±(ln 2)/2.
  func exponential() -> Double {
    let x = within(-87, 87)
    let rounded = x * 0x1.71547652b82fep0 + 0x1.8p52
    let whole = rounded - 0x1.8p52
    let r = x - whole * 0x1.62e42feep-1 - whole * 0x1.a39ef35793c76p-33
    var sum = 1.0
    for step in stride(from: 14.0, through: 1.0, by: -1.0) { sum = 1 + sum * r / step }
    return Double(bitPattern: sum.bitPattern &+ (rounded.bitPattern &<< 52))
  }

  /// The turn is cut into quarters around 0, 1/4, 1/2 and 3/4.
  func cosineAndSine() -> (cosine: Double, sine: Double) {
    let rounded = self * 4 + 0x1.8p52
    let x = (self * 4 - (rounded - 0x1.8p52)) * (0.5 * Double.pi)
    let square = x * x
    var (cosine, sine) = (1.0, 1.0)
    for step in stride(from: 20.0, through: 2.0, by: -2.0) {
      cosine = 1 - cosine * square / (step * (step - 1))
      sine = 1 - sine * square / (step * (step + 1))
    }
    sine = sine * x
    switch rounded.bitPattern & 3 {
    case 0: return (cosine, sine)
    case 1: return (-sine, cosine)
    case 2: return (-cosine, -sine)
    default: return (sine, -cosine)
    }
  }
}
