/// Reed–Solomon correction over GF(2⁸) with the polynomial x⁸ + x⁴ + x³ + x² + 1, as QR codes use it.
struct ReedSolomon {
  /// The generator's coefficients without the leading one, highest power first.
  private let generator: [UInt8]

  /// - Parameter degree: how many correction codewords there are.
  init(degree: Int) {
    var generator = [UInt8](repeating: 0, count: degree)
    if degree > 0 { generator[degree - 1] = 1 }
    var root: UInt8 = 1
    for _ in 0..<degree {
      for index in generator.indices {
        generator[index] = ReedSolomon.product(generator[index], root)
        if index + 1 < degree { generator[index] ^= generator[index + 1] }
      }
      root = ReedSolomon.product(root, 2)
    }
    self.generator = generator
  }

  /// The correction codewords of a block.
  func remainder(of data: [UInt8]) -> [UInt8] {
    var remainder = [UInt8](repeating: 0, count: generator.count)
    for byte in data {
      let factor = byte ^ (remainder.first ?? 0)
      remainder = remainder.dropFirst() + [0]
      for index in remainder.indices {
        remainder[index] ^= ReedSolomon.product(generator[index], factor)
      }
    }
    return remainder
  }

  /// The product in the field, bit by bit.
  static func product(_ left: UInt8, _ right: UInt8) -> UInt8 {
    var product: UInt8 = 0
    for place in (0..<8).reversed() {
      product = (product << 1) ^ (product >> 7 == 1 ? 0x1D : 0)
      if right >> place & 1 == 1 { product ^= left }
    }
    return product
  }
}
