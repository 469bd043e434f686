internal import JSON
internal import Time
internal import Vault

extension Checkpoint {
  /// The checkpoint as a line of JSON, for a file that is kept elsewhere.
  public var text: String { json.text() }

  /// Reads a line.
  ///
  /// - Parameter text: what ``text`` wrote.
  /// - Throws: ``ArchiveError/damaged(_:)`` when it has another form.
  public init(text: String) throws(ArchiveError) {
    guard let value = try? JSONValue(parsing: text), let checkpoint = Checkpoint(value) else {
      throw .damaged("a checkpoint has an unknown form")
    }
    self = checkpoint
  }

  var json: JSONValue {
    .object([
      "clinic": .number(Int(clamping: clinic)), "sequence": .number(Int(clamping: sequence)),
      "link": .string(Hexadecimal.text(of: link)), "at": .string(at.description),
      "signature": .string(Hexadecimal.text(of: signature)),
    ])
  }

  init?(_ value: JSONValue) {
    guard case .number(let clinic)? = value["clinic"], let clinic = clinic.integer,
      case .number(let sequence)? = value["sequence"], let sequence = sequence.integer,
      let link = value.hexadecimal("link"), let signature = value.hexadecimal("signature"),
      case .string(let at)? = value["at"], let at = Instant(at)
    else { return nil }
    self.init(
      clinic: Int64(clinic), sequence: Int64(sequence), link: link, at: at, signature: signature)
  }
}

extension JSONValue {
  /// The bytes of a member in hexadecimal digits.
  func hexadecimal(_ name: String) -> [UInt8]? {
    guard case .string(let text)? = self[name], text.utf8.count.isMultiple(of: 2) else {
      return nil
    }
    let digits = text.utf8.map { Character(UnicodeScalar($0)).hexDigitValue }
    guard !digits.contains(nil) else { return nil }
    let values = digits.compactMap(\.self)
    return stride(from: 0, to: values.count, by: 2).map {
      UInt8(values[$0] << 4 | values[$0 + 1])
    }
  }
}
