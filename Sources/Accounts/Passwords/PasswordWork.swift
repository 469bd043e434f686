public import Archive

/// How passwords are hashed and compared.
public struct PasswordWork: Sendable {
  let hash: @Sendable (String) throws -> String
  let compare: @Sendable (String, String) throws -> (matches: Bool, isOutdated: Bool)
  /// Is compared with for an e-mail that nobody has: as much work as for one that somebody has.
  let decoy: String

  /// The work of an archive: scrypt under its pepper.
  ///
  /// - Parameter archive: holds the pepper.
  /// - Returns: the work.
  public static func scrypt(of archive: Archive) -> PasswordWork {
    PasswordWork(
      hash: { try archive.hash(ofPassword: $0) },
      compare: { try archive.isPassword($0, of: $1) },
      decoy: "$scrypt$ln=15,r=8,p=3$AAECAwQFBgcICQoLDA0ODw$"
        + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")
  }
}
