internal import Crypto
internal import JSON
internal import Time

/// What a key file holds: JSON with keys in base64url.
private struct KeyFileContent: Codable {
  struct Epoch: Codable {
    let number: Int
    let created: Instant
    let key: String
  }

  let version: Int
  let epochs: [Epoch]
  let index: String
  let pepper: String
  let signing: String
  let erased: [String]
}

extension KeyRing {
  /// The version of the key file's layout.
  static let layout = 1

  /// The ring as the text of a key file.
  func text() throws(VaultError) -> String {
    let content = KeyFileContent(
      version: KeyRing.layout,
      epochs: epochs.map { epoch in
        KeyFileContent.Epoch(
          number: epoch.number, created: epoch.created, key: Base64URL.text(of: epoch.key.bytes))
      },
      index: Base64URL.text(of: indexKey.bytes), pepper: Base64URL.text(of: pepper.bytes),
      signing: Base64URL.text(of: signingSeed.bytes),
      erased: erased.map(Base64URL.text).sorted())
    do throws(FieldError) {
      return try ValueEncoder().encode(content).text()
    } catch {
      throw .malformed("the key file cannot be written: \(error.path): \(error.reason)")
    }
  }

  /// Reads the text of a key file.
  ///
  /// - Throws: the field that is wrong, and how; never a part of a key.
  init(text: String) throws(FieldError) {
    let value: JSONValue
    do {
      value = try JSONValue(parsing: text)
    } catch {
      throw FieldError("", "not a key file: \(error.reason)")
    }
    let content = try StrictDecoder().decode(KeyFileContent.self, from: value)
    guard content.version == KeyRing.layout else {
      throw FieldError(
        "version", "layout \(content.version) is not known; this program reads \(KeyRing.layout)")
    }
    var epochs: [KeyEpoch] = []
    for (index, epoch) in content.epochs.enumerated() {
      guard epoch.number > epochs.last?.number ?? 0 else {
        throw FieldError("epochs[\(index)].number", "epochs must be numbered upwards from 1")
      }
      epochs.append(
        KeyEpoch(
          number: epoch.number, created: epoch.created,
          key: try KeyRing.key(epoch.key, "epochs[\(index)].key")))
    }
    if epochs.isEmpty { throw FieldError("epochs", "there is no key") }
    let erased = try content.erased.enumerated().map { index, text throws(FieldError) in
      try KeyRing.key(text, "erased[\(index)]").bytes
    }
    self.init(
      epochs: epochs, indexKey: try KeyRing.key(content.index, "index"),
      pepper: try KeyRing.key(content.pepper, "pepper"),
      signingSeed: try KeyRing.key(content.signing, "signing"), erased: Set(erased))
  }

  private static func key(_ text: String, _ field: String) throws(FieldError) -> SymmetricKey {
    guard let bytes = Base64URL.bytes(of: text), bytes.count == 32 else {
      throw FieldError(field, "expected 32 bytes in base64url")
    }
    return SymmetricKey(data: bytes)
  }
}
