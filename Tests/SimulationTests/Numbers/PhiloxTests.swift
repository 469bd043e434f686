import Statistics
import Testing

@testable import Simulation

@Suite struct PhiloxTests {
  /// Known answers of Random123 1.14 (kat_vectors, philox4x32 with 10 rounds): counter, key, words.
  static let known: [(SIMD4<UInt32>, SIMD2<UInt32>, SIMD4<UInt32>)] = [
    (
      SIMD4(repeating: 0), SIMD2(repeating: 0),
      SIMD4(0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8)
    ),
    (
      SIMD4(repeating: .max), SIMD2(repeating: .max),
      SIMD4(0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd)
    ),
    (
      SIMD4(0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344),
      SIMD2(0xa409_3822, 0x299f_31d0),
      SIMD4(0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1)
    ),
  ]

  @Test(arguments: known.indices)
  func `the generator gives the published words`(index: Int) {
    let (counter, key, words) = PhiloxTests.known[index]
    let scalar = UInt32.block(seed: key[0], people: key[1], counter: counter)
    #expect(SIMD4(scalar.first, scalar.second, scalar.third, scalar.fourth) == words)
  }

  @Test func `eight people at once get the words of each`() {
    let counter = SIMD4<UInt32>(101_000, 1, 2, 0)
    let people = (0..<8).map { UInt32(truncatingIfNeeded: $0 &* 0x9E37_79B1 &+ 5) }
    let lanes = WordLanes.block(
      seed: 77, people: WordLanes(people: { people[$0] }), counter: counter)
    for lane in 0..<8 {
      let one = UInt32.block(seed: 77, people: people[lane], counter: counter)
      #expect(lanes.first.words[lane] == one.first)
      #expect(lanes.second.words[lane] == one.second)
      #expect(lanes.third.words[lane] == one.third)
      #expect(lanes.fourth.words[lane] == one.fourth)
    }
  }
}
