internal import Statistics

/// The chance of one person of a clinic on one day for one purpose: a short stream of its own.
///
/// Like ``Draws`` it is a function of seed, person, day and purpose alone, so what is added for one
/// purpose moves nothing else. Only + - × / are used, so that numbers are the same on every machine.
struct ClinicDraws: Sendable {
  /// What a draw is for; the numbers lie beyond those of ``Draws``.
  enum Purpose: UInt32 {
    case profile = 100
    case answering, checkIn, night, intake, form, visit, treatment, memory, life, care, event,
      decision
    case leaving, effect, identifiers
  }

  private let generator: Philox
  private let day: UInt32
  private let purpose: UInt32
  private var block: UInt32 = 0
  private var words = SIMD4<UInt32>()
  private var left = 0

  init(seed: UInt32, person: UInt32, _ purpose: Purpose, day: Int = 0) {
    generator = Philox(key: SIMD2(seed, person))
    self.day = UInt32(truncatingIfNeeded: day &+ 100_000)
    self.purpose = purpose.rawValue
  }

  private mutating func word() -> UInt32 {
    if left == 0 {
      words = generator.block(SIMD4(day, block, purpose, 0))
      block &+= 1
      left = 4
    }
    left -= 1
    return words[left]
  }

  /// A number from 0 to 1, both excluded.
  mutating func uniform() -> Double { (Double(word()) + 0.5) * 0x1p-32 }

  /// A number of a bell shape with mean 0 and standard deviation 1, within ±4.9: a sum of eight.
  mutating func bell() -> Double {
    var sum = 0.0
    for _ in 0..<4 {
      let word = word()
      sum += Double(word & 0xFFFF) + Double(word >> 16)
    }
    return (sum * 0x1p-16 - 4) * 1.224_744_871_391_589
  }

  /// Whether something happens that happens with this probability.
  mutating func happens(_ probability: Double) -> Bool { uniform() < probability }

  /// A whole number of a range, each equally probable.
  mutating func whole(_ range: ClosedRange<Int>) -> Int {
    let count = Double(range.upperBound - range.lowerBound + 1)
    return min(range.lowerBound + Int(uniform() * count), range.upperBound)
  }

  /// One of several, each equally probable.
  mutating func any<Element>(of elements: [Element]) -> Element? {
    elements.isEmpty ? nil : elements[whole(0...elements.count - 1)]
  }
}

/// The random bits of identifiers, two words for each entry of a person.
struct ClinicIdentifiers: RandomNumberGenerator {
  private let generator: Philox
  private var count: UInt32 = 0

  init(seed: UInt32, person: UInt32) { generator = Philox(key: SIMD2(seed, person)) }

  mutating func next() -> UInt64 {
    let purpose = ClinicDraws.Purpose.identifiers.rawValue
    let words = generator.block(SIMD4(count, 0, purpose, 0))
    count &+= 1
    return UInt64(words[0]) << 32 | UInt64(words[1])
  }
}
