import Testing
import Time

@testable import Vault

struct OneTimeCodeTests {
  private let secret = Array("12345678901234567890".utf8)

  /// RFC 6238, appendix B, the rows of SHA-1.
  @Test(arguments: [
    (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"),
    (1_234_567_890, "89005924"), (2_000_000_000, "69279037"), (20_000_000_000, "65353130"),
  ])
  func `the vectors of RFC 6238 come out`(second: Int64, code: String) throws {
    let codes = try OneTimeCode(secret: secret, digits: 8)
    let step = OneTimeCode.step(at: Instant(milliseconds: second * 1000))
    #expect(codes.code(at: step) == code)
  }

  @Test func `a code counts once, and one step early or late`() throws {
    let codes = try OneTimeCode(secret: secret)
    let now = Instant(milliseconds: 1_111_111_109_000)
    let step = OneTimeCode.step(at: now)
    let code = codes.code(at: step)
    #expect(codes.accept(code, at: now, after: nil) == step)
    #expect(codes.accept("\(code.prefix(3)) \(code.suffix(3))", at: now, after: nil) == step)
    #expect(codes.accept(code, at: now, after: step) == nil)
    for (offset, isAccepted) in [(-2, false), (-1, true), (1, true), (2, false)] {
      let other = codes.code(at: step + Int64(offset))
      #expect((codes.accept(other, at: now, after: nil) != nil) == isAccepted)
    }
    #expect(codes.accept("", at: now, after: nil) == nil)
    #expect(codes.accept(code + "0", at: now, after: nil) == nil)
  }

  @Test func `a secret that is too short is refused`() {
    #expect(throws: VaultError.self) { try OneTimeCode(secret: Array(repeating: 1, count: 15)) }
    #expect(throws: VaultError.self) { try OneTimeCode(secret: secret, digits: 5) }
  }

  @Test func `a secret that was written for an app is read as the same`() {
    for count in [1, 2, 3, 4, 5, 20, 21] {
      let secret = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 83 &+ 7) }
      #expect(OneTimeCode.secret(of: OneTimeCode.text(of: secret)) == secret)
    }
    #expect(OneTimeCode.secret(of: "abc") == nil)
    #expect(OneTimeCode.secret(of: "A1") == nil)
  }

  @Test func `moments before 1970 do not trap`() throws {
    let codes = try OneTimeCode(secret: secret)
    #expect(codes.accept("000000", at: Instant(milliseconds: -1), after: nil) == nil)
  }
}
