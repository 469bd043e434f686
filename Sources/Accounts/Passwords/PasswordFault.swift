/// Why a password cannot be taken.
public enum PasswordFault: Hashable, Sendable {
  /// It has fewer than 12 characters.
  case tooShort
  /// It has more than 256 characters or 1,024 bytes.
  case tooLong
  /// It is made of a row, a repetition, a date or words that everybody tries first.
  case common
  /// It holds the owner's e-mail name.
  case containsEmail
}

extension PasswordFault: CustomStringConvertible {
  public var description: String {
    switch self {
    case .tooShort: "use at least 12 characters; a few words that do not belong together are good"
    case .tooLong: "use at most 256 characters"
    case .common: "this is one of the first that somebody else would try; use other words"
    case .containsEmail: "leave your e-mail name out of your password"
    }
  }
}

/// What is asked of a password: length, and that it is not among the first to be tried. There are no
/// rules about kinds of characters, and it never runs out.
///
/// Characters are counted as a reader sees them. Before hashing, Unicode is brought to one form (NFC),
/// so that it does not matter which keyboard wrote an accent.
public enum PasswordRule {
  /// The fewest characters.
  public static let shortest = 12
  /// The most characters.
  public static let longest = 256
  /// The most bytes in UTF-8.
  public static let mostBytes = 1024

  /// What stands against a password.
  ///
  /// - Parameters:
  ///   - password: the password.
  ///   - email: the owner's e-mail.
  /// - Returns: the fault, or `nil` when it can be taken.
  public static func fault(in password: String, email: String) -> PasswordFault? {
    guard password.utf8.count <= mostBytes else { return .tooLong }
    if password.count < shortest { return .tooShort }
    if password.count > longest { return .tooLong }
    let lowered = password.lowercased()
    let name = email.lowercased().prefix { $0 != "@" }
    if name.count >= 4, lowered.contains(name) { return .containsEmail }
    return CommonPasswords.contain(lowered) ? .common : nil
  }
}
