/// A filled-in form of nine questions with answers from 0 to 3, in 18 bits.
public struct Form: Hashable, Sendable {
  /// Two bits for each item, the first item lowest.
  public let bits: UInt32

  /// A form out of its bits.
  ///
  /// - Parameter bits: two bits for each of nine items; higher bits are dropped.
  public init(bits: UInt32) { self.bits = bits & 0x3FFFF }

  /// The sum of the answers, from 0 to 27.
  public var total: Int {
    (bits & 0x15555).nonzeroBitCount + 2 * (bits & 0x2AAAA).nonzeroBitCount
  }

  /// The answers in the order of the items, each from 0 to 3.
  public var answers: [Int] { (0..<9).map { Int(bits >> (2 * $0) & 3) } }
}
