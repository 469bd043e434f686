import Testing

@testable import Interchange

@Suite struct StableHashTests {
  // Test vectors of the authors of FNV, 128 bit, variant 1a.
  @Test(arguments: [
    ("", 0x6C62_272E_07BB_0142_62B8_2175_6295_C58D as UInt128),
    ("a", 0xD228_CB69_6F1A_8CAF_7891_2B70_4E4A_8964),
    ("foobar", 0x343E_1662_793C_64BF_6F0D_3597_BA44_6F18),
  ])
  func `published vectors are met`(text: String, expected: UInt128) {
    var hash = StableHash()
    hash.combine(text.utf8)
    #expect(hash.value == expected)
  }

  @Test func `where one text ends and the next begins matters`() {
    var left = StableHash()
    left.combine("ab")
    left.combine("c")
    var right = StableHash()
    right.combine("a")
    right.combine("bc")
    #expect(left.value != right.value)
  }

  @Test func `the two zeros are one value`() {
    var left = StableHash()
    left.combine(0.0)
    var right = StableHash()
    right.combine(-0.0)
    #expect(left.value == right.value)
  }
}
