/// Numbers of eight people side by side, in single precision.
struct Lanes: SinglePrecision {
  typealias Word = WordLanes

  var numbers: SIMD8<Float>

  @inline(__always) init(_ numbers: SIMD8<Float>) { self.numbers = numbers }
  @inline(__always) init(_ constant: Double) { numbers = SIMD8(repeating: Float(constant)) }
  @inline(__always) init(floatLiteral constant: Double) { self.init(constant) }
  @inline(__always) init(uniform word: WordLanes) {
    let near1 = unsafeBitCast(
      (word.words &>> 9) | SIMD8(repeating: 0x3F80_0000), to: SIMD8<Float>.self)
    numbers = near1 - SIMD8(repeating: 0x0.FF_FFFFp0)
  }
  @inline(__always) init(bits: SIMD8<UInt32>) {
    numbers = unsafeBitCast(bits, to: SIMD8<Float>.self)
  }
  init(people: (Int) -> Double) {
    numbers = SIMD8()
    for lane in 0..<Lanes.people { numbers[lane] = Float(people(lane)) }
  }

  static var people: Int { 8 }
  @inline(__always) var bits: SIMD8<UInt32> { unsafeBitCast(numbers, to: SIMD8<UInt32>.self) }

  @inline(__always) static func + (one: Lanes, other: Lanes) -> Lanes {
    Lanes(one.numbers + other.numbers)
  }
  @inline(__always) static func - (one: Lanes, other: Lanes) -> Lanes {
    Lanes(one.numbers - other.numbers)
  }
  @inline(__always) static func * (one: Lanes, other: Lanes) -> Lanes {
    Lanes(one.numbers * other.numbers)
  }
  @inline(__always) static func / (one: Lanes, other: Lanes) -> Lanes {
    Lanes(one.numbers / other.numbers)
  }

  @inline(__always) func root() -> Lanes { Lanes(numbers.squareRoot()) }
  @inline(__always) func isBelow(_ other: Lanes) -> SIMDMask<SIMD8<Int32>> {
    numbers .< other.numbers
  }
  @inline(__always) func chosen(
    where mask: SIMDMask<SIMD8<Int32>>, else other: Lanes
  ) -> Lanes {
    Lanes(other.numbers.replacing(with: numbers, where: mask))
  }
  @inline(__always) static func any(_ mask: SIMDMask<SIMD8<Int32>>) -> Bool {
    Swift.any(mask)
  }
  subscript(person index: Int) -> Double { Double(numbers[index]) }
}

extension SIMD8<UInt32>: BitLanes {
  @inline(__always) init(same: UInt32) { self.init(repeating: same) }
  @inline(__always) func plus(_ other: Self) -> Self { self &+ other }
  @inline(__always) func minus(_ other: Self) -> Self { self &- other }
  @inline(__always) func and(_ other: Self) -> Self { self & other }
  @inline(__always) func xor(_ other: Self) -> Self { self ^ other }
  @inline(__always) func or(_ other: Self) -> Self { self | other }
  @inline(__always) func left(_ places: UInt32) -> Self { self &<< Self(repeating: places) }
  @inline(__always) func right(_ places: UInt32) -> Self { self &>> Self(repeating: places) }
}
