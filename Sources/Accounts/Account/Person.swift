/// Whom an account belongs to.
public struct Person: Hashable, Sendable {
  /// The e-mail address to sign in with, in lower case.
  public let email: String
  /// The name to show, 1 to 200 characters.
  public let name: String

  /// Takes up a person.
  ///
  /// - Parameters:
  ///   - email: their e-mail address; case and spaces around it do not count.
  ///   - name: the name to show.
  /// - Throws: ``AccountsError/invalid(field:reason:)``.
  public init(email: String, name: String) throws(AccountsError) {
    guard let email = Person.normal(email) else {
      throw .invalid(field: "email", reason: "write an e-mail address such as name@example.org")
    }
    let name = name.trimmed
    guard (1...200).contains(name.count), name.utf8.count <= 1000, !name.hasControls else {
      throw .invalid(field: "name", reason: "write a name of 1 to 200 characters")
    }
    self.email = email
    self.name = name
  }

  /// An address as it is compared; nil when it is none.
  static func normal(_ email: String) -> String? {
    guard email.utf8.count <= 512 else { return nil }
    let email = email.trimmed.lowercased()
    let parts = email.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, (1...64).contains(parts[0].utf8.count), email.utf8.count <= 254,
      parts[1].count >= 1, !email.hasControls, !email.contains(where: \.isWhitespace),
      !parts[1].hasPrefix("."), !parts[1].hasSuffix("."), !parts[1].contains("..")
    else { return nil }
    return email
  }
}

extension String {
  /// Without the white space at both ends.
  var trimmed: String {
    if first?.isWhitespace != true, last?.isWhitespace != true { return self }
    let start = drop(while: \.isWhitespace)
    return String(start.reversed().drop(while: \.isWhitespace).reversed())
  }

  /// Whether it holds characters that are no text, line ends among them.
  var hasControls: Bool {
    unicodeScalars.contains { $0.properties.generalCategory == .control }
  }
}
