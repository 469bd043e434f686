import TestKit
import Testing
import Time

@testable import Vault

struct SealingTests {
  private var random = SeededRandom(seed: 7)

  private func place(_ row: Int64, _ kind: String = "checkIn") -> SealedPlace {
    SealedPlace(
      table: "entry", row: "\(row)", columns: [SealedPlace.bytes(of: row), Array(kind.utf8)])
  }

  @Test mutating func `sealed bytes open at their own place and nowhere else`() throws {
    let key = PatientKey(using: &random)
    let text = Array("I could not get up today.".utf8)
    let sealed = try key.seal(text, at: place(1))
    #expect(sealed.count == text.count + 28)
    #expect(try key.open(sealed, at: place(1)) == text)
    #expect(throws: VaultError.self) { try key.open(sealed, at: place(2)) }
    #expect(throws: VaultError.self) { try key.open(sealed, at: place(1, "note")) }
    let stranger = PatientKey(using: &random)
    #expect(throws: VaultError.self) { try stranger.open(sealed, at: place(1)) }
  }

  @Test mutating func `every changed bit is noticed`() throws {
    let key = PatientKey(using: &random)
    let sealed = try key.seal(Array("short".utf8), at: place(1))
    for bit in 0..<sealed.count * 8 {
      var changed = sealed
      changed[bit / 8] ^= 1 << UInt8(bit % 8)
      #expect(throws: VaultError.self) { try key.open(changed, at: place(1)) }
    }
    for count in 0..<sealed.count {
      #expect(throws: VaultError.self) { try key.open(Array(sealed[..<count]), at: place(1)) }
    }
  }

  @Test mutating func `equal texts are sealed to different bytes`() throws {
    let key = PatientKey(using: &random)
    let text = Array("the same".utf8)
    #expect(try key.seal(text, at: place(1)) != key.seal(text, at: place(1)))
  }

  @Test func `places do not run into each other`() {
    let one = SealedPlace(table: "t", row: "", columns: [[1, 2], [3]])
    let two = SealedPlace(table: "t", row: "", columns: [[1], [2, 3]])
    #expect(one.bytes != two.bytes)
  }

  @Test func `a look-up value is what Python's hmac makes`() {
    let digits = KeyRing.fixed.lookup("a@example.org", kind: "e-mail").map { byte in
      let text = String(byte, radix: 16)
      return byte < 16 ? "0" + text : text
    }
    #expect(digits.joined() == "59c88a456ade093ef9bfefe55842296684b8bf6e3a96ef2ee48c6f89f64743c3")
    #expect(
      KeyRing.fixed.lookup("a", kind: "e-mail") != KeyRing.fixed.lookup("a", kind: "patient"))
  }
}
