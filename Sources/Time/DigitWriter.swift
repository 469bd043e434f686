/// Writes numbers of a fixed width into a buffer that has room for them.
struct DigitWriter {
  private let buffer: UnsafeMutableBufferPointer<UInt8>
  private(set) var count = 0

  init(_ buffer: UnsafeMutableBufferPointer<UInt8>) { self.buffer = buffer }

  /// Writes a number with zeros before it; its highest digits are left out when there is no room.
  mutating func write(_ number: Int, width: Int) {
    var rest = number
    for place in (count..<count + width).reversed() where buffer.indices.contains(place) {
      buffer[place] = UInt8(truncatingIfNeeded: 48 + rest % 10)
      rest /= 10
    }
    count = min(count + width, buffer.count)
  }

  /// Writes a number and a character.
  mutating func write(_ number: Int, width: Int, then character: Unicode.Scalar) {
    write(number, width: width)
    guard count < buffer.count else { return }
    buffer[count] = UInt8(truncatingIfNeeded: character.value)
    count += 1
  }
}
