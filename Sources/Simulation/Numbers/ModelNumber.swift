/// What the equations of the model calculate with: one person's number (`Double`, the reference, or
/// `Float`) or the numbers of eight people side by side (``Lanes``).
///
/// There is one text of the model for all of them. Only + - × / and the square root are used, which
/// IEEE 754 rounds in one way, and logarithm, exponential, sine and cosine are polynomials of our own:
/// so results are equal to the bit on every machine, and a lane of `Lanes` equals a `Float`.
protocol ModelNumber: Sendable, ExpressibleByFloatLiteral {
  /// Random words, one for each person.
  associatedtype Word: RandomWord
  /// The answer to a comparison, one for each person.
  associatedtype Mask

  /// How many people one number stands for.
  static var people: Int { get }

  /// The same constant for everybody.
  init(_ constant: Double)
  /// Numbers from 0 to 1, both excluded, out of the upper 23 bits of random words: `(k + 1/2) / 2^23`.
  init(uniform word: Word)

  static func + (_ one: Self, _ other: Self) -> Self
  static func - (_ one: Self, _ other: Self) -> Self
  static func * (_ one: Self, _ other: Self) -> Self
  static func / (_ one: Self, _ other: Self) -> Self

  /// The square root, correctly rounded.
  func root() -> Self
  /// The natural logarithm of positive normal numbers.
  func logarithm() -> Self
  /// e to this power; powers below -87 count as -87, those above 87 as 87.
  func exponential() -> Self
  /// Cosine and sine of a full turn's part: of 2π times the number, which lies from 0 to 1.
  func cosineAndSine() -> (cosine: Self, sine: Self)

  /// Who lies below another number.
  func isBelow(_ other: Self) -> Mask
  /// This number for those in the mask, another for the rest.
  func chosen(where mask: Mask, else other: Self) -> Self
  /// Whether a comparison holds for anybody.
  static func any(_ mask: Mask) -> Bool

  /// One person's number.
  ///
  /// - Parameter index: the place of the person, from 0 up to ``people``.
  subscript(person index: Int) -> Double { get }
  /// Puts the numbers of people side by side.
  init(people: (Int) -> Double)
}

extension ModelNumber {
  /// The smaller of two numbers.
  @inline(__always)
  func atMost(_ bound: Self) -> Self { bound.chosen(where: bound.isBelow(self), else: self) }

  /// The greater of two numbers.
  @inline(__always)
  func atLeast(_ bound: Self) -> Self { bound.chosen(where: self.isBelow(bound), else: self) }

  /// The number, brought within two bounds.
  @inline(__always)
  func within(_ least: Self, _ greatest: Self) -> Self { atLeast(least).atMost(greatest) }

  /// 1 / (1 + e^-x).
  @inline(__always)
  func logistic() -> Self { 1.0 / (1.0 + (0.0 - self).exponential()) }

  /// A pair of independent standard normal numbers from two uniform ones.
  ///
  /// Source: Box & Muller (1958), Annals of Mathematical Statistics 29:610.
  @inline(__always)
  static func normals(_ radius: Self, _ angle: Self) -> (Self, Self) {
    let length = (-2.0 * radius.logarithm()).root()
    let (cosine, sine) = angle.cosineAndSine()
    return (length * cosine, length * sine)
  }
}
