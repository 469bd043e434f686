import TestKit
import Testing
import Time

@testable import Vault

struct PasswordHashTests {
  @Test func `a hash is what Python's hashlib makes of the same password, salt and pepper`() throws
  {
    let hash = try PasswordHash(
      "$scrypt$ln=15,r=8,p=3$AAECAwQFBgcICQoLDA0ODw$5FD8oKROmxOY2AnCkCEwB54q-DtuEOgsfCa3Z3dZEnY")
    #expect(try hash.matches("Größe passwort", ring: .fixed))
    #expect(try hash.matches("Gro\u{308}ße passwort", ring: .fixed), "another Unicode form")
    #expect(try !hash.matches("größe passwort", ring: .fixed))
    #expect(!hash.isOutdated)
  }

  @Test func `two hashes of one password differ, and both match`() throws {
    var random = SeededRandom(seed: 1)
    let one = try PasswordHash(of: "correct horse", ring: .fixed, using: &random)
    let two = try PasswordHash(of: "correct horse", ring: .fixed, using: &random)
    #expect(one.text != two.text)
    #expect(try PasswordHash(two.text).matches("correct horse", ring: .fixed))
    var other = SeededRandom(seed: 2)
    let stranger = KeyRing(at: .init(milliseconds: 0), using: &other)
    #expect(try !one.matches("correct horse", ring: stranger), "another pepper")
  }

  @Test(arguments: [
    "", "$scrypt$", "$argon2id$v=19$m=19456,t=2,p=1$AAECAwQFBgcICQoLDA0ODw$x",
    "$scrypt$ln=31,r=8,p=3$AAECAwQFBgcICQoLDA0ODw$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
    "$scrypt$ln=15,r=8,p=999$AAECAwQFBgcICQoLDA0ODw$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
    "$scrypt$ln=15,r=8,p=3$AAECAw$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
    "$scrypt$ln=15,ln=15,p=3$AAECAwQFBgcICQoLDA0ODw$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
  ])
  func `a stored hash of another form is refused`(text: String) {
    #expect(throws: VaultError.self) { try PasswordHash(text) }
  }

  @Test func `less work than today's is taken and called outdated`() throws {
    let hash = try PasswordHash(
      "$scrypt$ln=10,r=8,p=1$AAECAwQFBgcICQoLDA0ODw$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")
    #expect(hash.isOutdated)
    #expect(try !hash.matches("anything", ring: .fixed))
  }
}
