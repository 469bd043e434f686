/// A size of QR code at level M, and how its codewords are divided into blocks (ISO/IEC 18004:2015,
/// tables 7 and 9).
struct QRVersion {
  let number: Int
  /// How many blocks there are, and how many of the last ones hold a codeword more.
  private let blocks: Int
  private let longer: Int
  /// The data codewords of a short block, and the correction codewords of each.
  private let data: Int
  private let correction: Int

  private static let all = [
    QRVersion(number: 1, blocks: 1, longer: 0, data: 16, correction: 10),
    QRVersion(number: 2, blocks: 1, longer: 0, data: 28, correction: 16),
    QRVersion(number: 3, blocks: 1, longer: 0, data: 44, correction: 26),
    QRVersion(number: 4, blocks: 2, longer: 0, data: 32, correction: 18),
    QRVersion(number: 5, blocks: 2, longer: 0, data: 43, correction: 24),
    QRVersion(number: 6, blocks: 4, longer: 0, data: 27, correction: 16),
    QRVersion(number: 7, blocks: 4, longer: 0, data: 31, correction: 18),
    QRVersion(number: 8, blocks: 4, longer: 2, data: 38, correction: 22),
    QRVersion(number: 9, blocks: 5, longer: 2, data: 36, correction: 22),
    QRVersion(number: 10, blocks: 5, longer: 1, data: 43, correction: 26),
  ]

  static func smallest(for bytes: Int) -> QRVersion? { all.first { bytes <= $0.capacity } }

  var size: Int { 17 + 4 * number }

  /// Where the middles of alignment patterns lie, along both sides (annex E).
  var alignment: [Int] {
    switch number {
    case 1: []
    case 2..<7: [6, size - 7]
    default: [6, (size - 1) / 2, size - 7]
    }
  }

  private var dataCodewords: Int { blocks * data + longer }
  private var countBits: Int { number < 10 ? 8 : 16 }
  private var capacity: Int { (dataCodewords * 8 - 4 - countBits) / 8 }

  /// Mode, length, the bytes, an end, and padding (section 7.4).
  func codewords(of bytes: [UInt8]) -> [UInt8] {
    var bits: [Bool] = []
    func append(_ value: Int, _ count: Int) {
      for place in (0..<count).reversed() { bits.append(value >> place & 1 == 1) }
    }
    append(0b0100, 4)
    append(bytes.count, countBits)
    for byte in bytes { append(Int(byte), 8) }
    append(0, min(4, dataCodewords * 8 - bits.count))
    append(0, (8 - bits.count % 8) % 8)
    var words = stride(from: 0, to: bits.count, by: 8).map { start in
      bits[start..<start + 8].reduce(UInt8(0)) { $0 << 1 | ($1 ? 1 : 0) }
    }
    for index in 0..<max(0, dataCodewords - words.count) {
      words.append(index.isMultiple(of: 2) ? 0xEC : 0x11)
    }
    return words
  }

  /// Data in blocks, each with its correction, one codeword of each block in turn (section 7.6).
  func interleaved(_ words: [UInt8]) -> [UInt8] {
    let code = ReedSolomon(degree: correction)
    var start = 0
    let parts = (0..<blocks).map { block in
      let length = data + (block >= blocks - longer ? 1 : 0)
      defer { start += length }
      return Array(words[start..<start + length])
    }
    let corrections = parts.map(code.remainder(of:))
    return QRVersion.inTurn(parts) + QRVersion.inTurn(corrections)
  }

  private static func inTurn(_ blocks: [[UInt8]]) -> [UInt8] {
    (0..<(blocks.map(\.count).max() ?? 0)).flatMap { index in
      blocks.compactMap { $0.indices.contains(index) ? $0[index] : nil }
    }
  }
}
