import Crypto
import Foundation
import TestKit
import Testing
import Time

@testable import Vault

extension KeyRing {
  /// A ring whose keys count upwards, for vectors.
  static var fixed: KeyRing {
    let key = { (first: UInt8) in SymmetricKey(data: (0..<32).map { first + UInt8($0) }) }
    return KeyRing(
      epochs: [KeyEpoch(number: 1, created: Instant(milliseconds: 0), key: key(0))],
      indexKey: key(32), pepper: key(0), signingSeed: key(64))
  }
}

struct KeyRingTests {
  private var random = SeededRandom(seed: 11)
  private let birth = Instant(milliseconds: 1_790_000_000_000)

  private func temporaryFile() throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "keys-\(ProcessInfo.processInfo.globallyUniqueString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder.appending(path: "keys.json").path
  }

  /// RFC 3394, section 4.6: 256 bits of key data with a 256-bit key-encryption key.
  @Test func `a key is wrapped as RFC 3394 says`() throws {
    let bytes = (0..<16).map { UInt8($0 * 17) } + (0..<16).map { UInt8($0) }
    let wrapped = try KeyRing.fixed.wrap(PatientKey(key: SymmetricKey(data: bytes)))
    #expect(
      wrapped.bytes.map { String($0, radix: 16) }.joined(separator: " ")
        == """
        28 c9 f4 4 c4 b8 10 f4 cb cc b3 5c fb 87 f8 26 3f 57 86 e2 d8 e d3 26 cb c7 f0 e7 1a 99 \
        f4 3b fb 98 8b 9b 7a 2 dd 21
        """)
    #expect(try KeyRing.fixed.unwrap(wrapped).key.bytes == bytes)
  }

  @Test mutating func `older epochs unwrap until they are retired`() throws {
    var ring = KeyRing(at: birth, using: &random)
    let key = PatientKey(using: &random)
    let old = try ring.wrap(key)
    ring.rotate(at: birth, using: &random)
    #expect(ring.newest == 2)
    #expect(try ring.wrap(key).epoch == 2)
    #expect(try ring.unwrap(old).key == key.key)
    let renewed = try ring.wrap(ring.unwrap(old))
    ring.retireOlderEpochs()
    #expect(throws: VaultError.epochGone(1)) { try ring.unwrap(old) }
    #expect(try ring.unwrap(renewed).key == key.key)
    var changed = renewed.bytes
    changed[3] ^= 1
    #expect(throws: VaultError.self) { try ring.unwrap(WrappedKey(epoch: 2, bytes: changed)) }
  }

  @Test mutating func `a ring survives its file, which others may not read`() throws {
    let file = KeyFile(path: try temporaryFile())
    #expect(!file.exists)
    var ring = KeyRing(at: birth, using: &random)
    ring.rotate(at: birth, using: &random)
    try file.save(ring, replacing: nil)
    #expect(throws: VaultError.self) { try file.save(ring, replacing: nil) }
    let read = try file.load()
    #expect(try read.text() == ring.text())
    #expect(try read.unwrap(ring.wrap(PatientKey(using: &random))).key.bitCount == 256)
    let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions]
    #expect(mode as? Int == 0o600)
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file.path)
    #expect {
      try file.load()
    } throws: {
      "\($0)".contains("chmod 600")
    }
  }

  @Test mutating func `a damaged key file names its field and never a key`() throws {
    let path = try temporaryFile()
    let ring = KeyRing(at: birth, using: &random)
    let text = try ring.text()
    let secret = try #require(text.split(separator: "\"").first { $0.utf8.count == 43 })
    let damages = [
      ("", "not a key file"), ("{}", "version"), (String(text.dropLast(9)), "not a key file"),
      (text.replacing("\"version\":1", with: "\"version\":2"), "layout 2"),
      (text.replacing("\"number\":1", with: "\"number\":0"), "epochs[0].number"),
      (text.replacing(secret, with: secret.dropLast()), "epochs[0].key"),
    ]
    for (damaged, word) in damages {
      try damaged.write(toFile: path, atomically: false, encoding: .utf8)
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
      #expect {
        try KeyFile(path: path).load()
      } throws: {
        let message = "\($0)"
        return message.contains(word) && message.contains("restore")
          && !message.contains(secret.prefix(20))
      }
    }
  }

  @Test func `an unwritable place and a missing file are told apart`() {
    let file = KeyFile(path: "/nonexistent/keys.json")
    #expect { try file.load() } throws: { "\($0)".contains("cannot be opened") }
    #expect { try file.save(.fixed, replacing: nil) } throws: {
      "\($0)".contains("cannot be written")
    }
  }

  @Test
  mutating func `a ring is saved only over the one it came from, through a link into its file`()
    throws
  {
    let path = try temporaryFile()
    let link = path + ".link"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
    let first = KeyRing(at: birth, using: &random)
    try KeyFile(path: path).save(first, replacing: nil)
    var second = first
    second.rotate(at: birth, using: &random)
    try KeyFile(path: link).save(second, replacing: first)
    #expect(try KeyFile(path: path).load().newest == 2)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == path)
    #expect {
      try KeyFile(path: path).save(first, replacing: first)
    } throws: {
      "\($0)".contains("changed by another process")
    }
  }

  @Test func `a checkpoint's signature stands for these bytes alone`() throws {
    let message = Array("sequence 1000".utf8)
    let signature = try KeyRing.fixed.sign(message)
    #expect(try KeyRing.fixed.isSignature(signature, of: message))
    #expect(try !KeyRing.fixed.isSignature(signature, of: message + [0]))
  }

  @Test mutating func `a token is recognised by its digest`() throws {
    let token = Token(using: &random)
    #expect(token.text.utf8.count == 43)
    #expect(try #require(Token(token.text)).digest == token.digest)
    #expect(Token(String(token.text.dropLast())) == nil)
    #expect(Token(token.text.dropLast() + "=") == nil)
    #expect(token.digest != Token(using: &random).digest)
  }

  @Test func `base64url reads only what it writes`() {
    for count in 0..<70 {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37) }
      #expect(Base64URL.bytes(of: Base64URL.text(of: bytes)) == bytes)
    }
    #expect(Base64URL.text(of: [0xFB, 0xFF]) == "-_8")
    for text in ["A", "-_9", "ab=c", "é"] { #expect(Base64URL.bytes(of: text) == nil) }
  }
}
