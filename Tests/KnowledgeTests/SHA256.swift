/// SHA-256 after FIPS 180-4, enough for checksums in tests.
enum SHA256 {
  static func hexadecimal(_ text: String) -> String {
    var state = initial
    for block in blocks(of: Array(text.utf8)) { compress(&state, block) }
    return state.map { word in
      let digits = String(word, radix: 16)
      return String(repeating: "0", count: 8 - digits.count) + digits
    }.joined()
  }

  /// The fractional parts of the square roots of the first 8 primes.
  private static let initial: [UInt32] = primes(8).map { fraction(of: Double($0).squareRoot()) }

  /// The fractional parts of the cube roots of the first 64 primes.
  private static let constants: [UInt32] = primes(64).map { prime in
    // Newton's iteration: `cbrt` would need Foundation.
    var root = 2.0
    for _ in 0..<60 { root -= (root * root * root - Double(prime)) / (3 * root * root) }
    return fraction(of: root)
  }

  private static func primes(_ count: Int) -> [Int] {
    var primes: [Int] = []
    var candidate = 2
    while primes.count < count {
      if primes.allSatisfy({ !candidate.isMultiple(of: $0) }) { primes.append(candidate) }
      candidate += 1
    }
    return primes
  }

  private static func fraction(of number: Double) -> UInt32 {
    UInt32((number - number.rounded(.down)) * 4_294_967_296)
  }

  private static func blocks(of bytes: [UInt8]) -> [[UInt32]] {
    var padded = bytes + [0x80]
    while padded.count % 64 != 56 { padded.append(0) }
    let bits = UInt64(bytes.count) * 8
    padded += (0..<8).map { UInt8(truncatingIfNeeded: bits >> (56 - 8 * UInt64($0))) }
    return stride(from: 0, to: padded.count, by: 64).map { start in
      (0..<16).map { word in
        padded[start + 4 * word..<start + 4 * word + 4].reduce(0) { $0 << 8 | UInt32($1) }
      }
    }
  }

  private static func compress(_ state: inout [UInt32], _ block: [UInt32]) {
    var words = block
    for index in 16..<64 {
      let (a, b) = (words[index - 15], words[index - 2])
      let small = turn(a, 7) ^ turn(a, 18) ^ a >> 3
      let large = turn(b, 17) ^ turn(b, 19) ^ b >> 10
      words.append(words[index - 16] &+ small &+ words[index - 7] &+ large)
    }
    var s = state
    for index in 0..<64 {
      let large = turn(s[4], 6) ^ turn(s[4], 11) ^ turn(s[4], 25)
      let choice = (s[4] & s[5]) ^ (~s[4] & s[6])
      let first = s[7] &+ large &+ choice &+ constants[index] &+ words[index]
      let small = turn(s[0], 2) ^ turn(s[0], 13) ^ turn(s[0], 22)
      let majority = (s[0] & s[1]) ^ (s[0] & s[2]) ^ (s[1] & s[2])
      s = [first &+ small &+ majority, s[0], s[1], s[2], s[3] &+ first, s[4], s[5], s[6]]
    }
    for index in state.indices { state[index] &+= s[index] }
  }

  private static func turn(_ word: UInt32, _ places: UInt32) -> UInt32 {
    word >> places | word << (32 - places)
  }
}
