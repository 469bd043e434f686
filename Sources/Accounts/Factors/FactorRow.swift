internal import Archive
internal import Vault

/// The row of an account's second factor.
struct FactorRow: StoredRecord {
  static let table = "factor"
  static let columns = ["account", "confirmed", "step", "sealed"]
  static let keyCount = 2

  let account: AccountID
  /// Whether a code was shown once, so that it is asked for from then on.
  let isConfirmed: Bool
  /// The step of time whose code was taken last; -1 before the first.
  var step: Int64
  /// The secret, sealed under the account's key.
  let sealed: [UInt8]

  init(account: AccountID, isConfirmed: Bool, step: Int64, sealed: [UInt8]) {
    self.account = account
    self.isConfirmed = isConfirmed
    self.step = step
    self.sealed = sealed
  }

  init(_ row: StoredRow) throws {
    account = AccountID(bytes: try row.bytes(0))
    isConfirmed = try row.integer(1) == 1
    step = try row.integer(2)
    sealed = try row.bytes(3)
  }

  var values: [StoredValue] {
    [.bytes(account.bytes), .integer(isConfirmed ? 1 : 0), .integer(step), .bytes(sealed)]
  }
}

/// The row of a recovery code that was not used yet.
struct RecoveryRow: StoredRecord {
  static let table = "recovery"
  static let columns = ["account", "digest"]
  static let keyCount = 2

  let account: AccountID
  let digest: [UInt8]

  init(account: AccountID, digest: [UInt8]) {
    self.account = account
    self.digest = digest
  }

  init(_ row: StoredRow) throws {
    account = AccountID(bytes: try row.bytes(0))
    digest = try row.bytes(1)
  }

  var values: [StoredValue] { [.bytes(account.bytes), .bytes(digest)] }
}

extension AuditedTransaction {
  /// The second factor of an account that is asked for, or the one that is being set up.
  func factor(of account: AccountID, isConfirmed: Bool = true) throws -> FactorRow? {
    try row(
      FactorRow.self, where: "account = $2 AND confirmed = $3",
      [.bytes(account.bytes), .integer(isConfirmed ? 1 : 0)])
  }

  /// Whether the account has a second factor that is asked for.
  func hasFactor(_ account: AccountID) throws -> Bool { try factor(of: account) != nil }

  /// The step of time of a code, when it is right and was not taken before.
  func step(of typed: String, for factor: FactorRow) throws -> Int64? {
    guard typed.utf8.count <= 64 else { return nil }
    let secret = try livingKey(of: factor.account)
      .open(factor.sealed, at: place("factor", factor.account))
    return try OneTimeCode(secret: secret).accept(typed, at: now, after: factor.step)
  }

  /// Takes a code of the app, which counts once, or a recovery code, which is gone then.
  ///
  /// - Returns: whether it was right.
  func takeCode(_ typed: String, of account: AccountID, by access: Access) throws -> Bool {
    guard var factor = try factor(of: account) else { return false }
    if let step = try step(of: typed, for: factor) {
      factor.step = step
      try update(factor)
      return true
    }
    guard try takeRecoveryCode(typed, of: account) else { return false }
    try audit(.recover, by: access)
    return true
  }

  func remove(_ factor: FactorRow?) throws {
    if let factor { try delete(factor) }
  }

  /// Takes a recovery code, which is gone then.
  ///
  /// - Returns: whether it was right.
  func takeRecoveryCode(_ typed: String, of account: AccountID) throws -> Bool {
    guard let digest = RecoveryCode.digest(of: typed, in: self, account) else { return false }
    let found = try row(
      RecoveryRow.self, where: "account = $2 AND digest = $3",
      [.bytes(account.bytes), .bytes(digest)])
    guard let found, try hasFactor(account) else { return false }
    try delete(found)
    return true
  }

  /// Makes ten recovery codes in the place of those there were.
  func renewRecoveryCodes(of account: AccountID) throws -> [String] {
    try removeRecoveryCodes(of: account)
    return try (0..<RecoveryCode.count).map { _ in
      let code = RecoveryCode.text(of: randomBytes(10))
      guard let digest = RecoveryCode.digest(of: code, in: self, account) else {
        throw ArchiveError.refused("a recovery code has a wrong form")
      }
      try insert(RecoveryRow(account: account, digest: digest))
      return code
    }
  }

  func removeRecoveryCodes(of account: AccountID) throws {
    for row in try rows(RecoveryRow.self, where: "account = $2", [.bytes(account.bytes)]) {
      try delete(row)
    }
  }
}

/// The form of recovery codes: 80 random bits as sixteen letters and digits in groups of four.
enum RecoveryCode {
  static let count = 10

  static func text(of bytes: [UInt8]) -> String {
    let digits = Array(OneTimeCode.text(of: bytes).lowercased())
    return stride(from: 0, to: digits.count, by: 4)
      .map { String(digits[$0..<min($0 + 4, digits.count)]) }.joined(separator: "-")
  }

  /// What is stored in a code's stead: a keyed hash, which is of no use without the key file.
  ///
  /// - Returns: 32 bytes, or nil for what cannot be a code.
  static func digest(
    of typed: String, in transaction: AuditedTransaction, _ account: AccountID
  ) -> [UInt8]? {
    guard typed.utf8.count <= 64 else { return nil }
    let letters = typed.lowercased().filter { !$0.isWhitespace && $0 != "-" }
    guard letters.utf8.count == 16 else { return nil }
    return transaction.lookup("\(account) \(letters)", kind: "recovery")
  }
}
