/// The random identifier of an account: 16 bytes, written as 32 hexadecimal digits.
public struct AccountID: Hashable, Sendable {
  /// Its 16 bytes.
  public let bytes: [UInt8]

  init(bytes: [UInt8]) { self.bytes = bytes }
}

extension AccountID: LosslessStringConvertible {
  /// Reads an identifier.
  ///
  /// - Parameter description: 32 hexadecimal digits in lower case; anything else gives `nil`.
  public init?(_ description: String) {
    guard let bytes = Hexadecimal.bytes(of: description), bytes.count == 16 else { return nil }
    self.bytes = bytes
  }

  public var description: String { Hexadecimal.text(of: bytes) }
}

/// Bytes as hexadecimal digits in lower case.
enum Hexadecimal {
  private static let digits = Array("0123456789abcdef".utf8)

  static func text(of bytes: [UInt8]) -> String {
    String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// The bytes of a text; nil when it has another form than ``text(of:)`` writes.
  static func bytes(of text: String) -> [UInt8]? {
    let values = text.utf8.map { digits.firstIndex(of: $0) }
    let found = values.compactMap(\.self)
    guard values.count == found.count, found.count.isMultiple(of: 2) else { return nil }
    return stride(from: 0, to: found.count, by: 2).map {
      UInt8(found[$0] << 4 | found[$0 + 1])
    }
  }
}
