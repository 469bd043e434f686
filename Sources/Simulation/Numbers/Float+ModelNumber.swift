extension Float: SinglePrecision {
  typealias Word = UInt32

  static var people: Int { 1 }

  @inline(__always) init(uniform word: UInt32) {
    self = Float(bitPattern: (word >> 9) | 0x3F80_0000) - 0x0.FF_FFFFp0
  }
  @inline(__always) init(bits: UInt32) { self.init(bitPattern: bits) }
  @inline(__always) var bits: UInt32 { bitPattern }
  init(people: (Int) -> Double) { self.init(people(0)) }

  @inline(__always) func root() -> Float { squareRoot() }
  @inline(__always) func isBelow(_ other: Float) -> Bool { self < other }
  @inline(__always) func chosen(where mask: Bool, else other: Float) -> Float {
    mask ? self : other
  }
  @inline(__always) static func any(_ mask: Bool) -> Bool { mask }
  subscript(person index: Int) -> Double { Double(self) }
}

extension UInt32: BitLanes {
  @inline(__always) init(same: UInt32) { self = same }
  @inline(__always) func plus(_ other: UInt32) -> UInt32 { self &+ other }
  @inline(__always) func minus(_ other: UInt32) -> UInt32 { self &- other }
  @inline(__always) func and(_ other: UInt32) -> UInt32 { self & other }
  @inline(__always) func xor(_ other: UInt32) -> UInt32 { self ^ other }
  @inline(__always) func or(_ other: UInt32) -> UInt32 { self | other }
  @inline(__always) func left(_ places: UInt32) -> UInt32 { self &<< places }
  @inline(__always) func right(_ places: UInt32) -> UInt32 { self &>> places }
}
