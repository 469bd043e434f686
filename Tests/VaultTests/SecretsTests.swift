import TestKit
import Testing
import Time

@testable import Vault

struct SecretsTests {
  /// RFC 4648, section 10.
  @Test(arguments: [
    ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"),
    ("fooba", "MZXW6YTB"), ("foobar", "MZXW6YTBOI"),
  ])
  func `a secret is written as base32 of RFC 4648`(bytes: String, text: String) {
    #expect(OneTimeCode.text(of: Array(bytes.utf8)) == text)
  }

  @Test func `an app's address keeps signs that would end a part of it`() {
    #expect(
      OneTimeCode.address(secret: Array("foobar".utf8), issuer: "Praxis & Söhne", label: "a+b@c.d?")
        == "otpauth://totp/Praxis%20%26%20S%C3%B6hne:a%2Bb%40c.d%3F?secret=MZXW6YTBOI"
        + "&issuer=Praxis%20%26%20S%C3%B6hne&algorithm=SHA1&digits=6&period=30")
  }

  @Test func `a form's token is that of its session's secret alone`() throws {
    let one = try FormSecret((0..<32).map { UInt8($0) })
    let two = try FormSecret((1..<33).map { UInt8($0) })
    #expect(one.accepts(one.token) && !one.accepts(two.token) && two.accepts(two.token))
    for text in [
      "", String(one.token.dropLast()), one.token + "A", String(repeating: "A", count: 43),
    ] {
      #expect(!one.accepts(text))
    }
    #expect(throws: VaultError.self) { try FormSecret([1, 2, 3]) }
  }

  @Test func `a tag stands for one row of one table under one key file`() {
    let row = { (table: String, column: UInt8) in
      SealedPlace(table: table, row: "", columns: [[column]])
    }
    var random = SeededRandom(seed: 4)
    let other = KeyRing(at: .init(milliseconds: 0), using: &random)
    let tag = KeyRing.fixed.tag(of: row("account", 1))
    #expect(tag == KeyRing.fixed.tag(of: row("account", 1)) && tag.count == 32)
    #expect(tag != KeyRing.fixed.tag(of: row("account", 2)))
    #expect(tag != KeyRing.fixed.tag(of: row("session", 1)))
    #expect(tag != other.tag(of: row("account", 1)))
  }

  @Test func `hexadecimal digits are read as they are written, and in no other way`() {
    let bytes = (0...255).map { UInt8($0) }
    let text = Hexadecimal.text(of: bytes)
    #expect(text.hasPrefix("000102") && text.hasSuffix("fdfeff") && text.utf8.count == 512)
    #expect(Hexadecimal.bytes(of: text) == bytes && Hexadecimal.bytes(of: "") == [])
    for other in ["0", "abc", "0G", "AB", " 00", "0x00", "é0", "00\n"] {
      #expect(Hexadecimal.bytes(of: other) == nil, "\(other)")
    }
  }
}
