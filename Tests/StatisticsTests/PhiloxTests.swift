import Statistics
import Testing

/// Known answers of the file kat_vectors of Random123 1.14 (philox4x32 10 and 7).
@Suite struct PhiloxTests {
  @Test func `equals the published answer for zeros`() {
    let words = Philox(key: [0, 0]).block([0, 0, 0, 0])
    #expect(words == [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8])
  }

  @Test func `equals the published answer for all bits set`() {
    let words = Philox(key: SIMD2(repeating: .max)).block(SIMD4(repeating: .max))
    #expect(words == [0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd])
  }

  @Test func `equals the published answer for the digits of pi`() {
    let words = Philox(key: [0xa409_3822, 0x299f_31d0])
      .block([0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344])
    #expect(words == [0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1])
  }

  @Test func `equals the published answers after seven rounds`() {
    let zeros = Philox(key: [0, 0], rounds: 7).block([0, 0, 0, 0])
    #expect(zeros == [0x5f6f_b709, 0x0d89_3f64, 0x4f12_1f81, 0x4f73_0a48])
    let pi = Philox(key: [0xa409_3822, 0x299f_31d0], rounds: 7)
      .block([0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344])
    #expect(pi == [0x4dfc_caba, 0x190a_87f0, 0xc473_62ba, 0xb6b5_242a])
  }
}
