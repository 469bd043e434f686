internal import PatientRecord
internal import Time
public import Vault

extension Archive {
  /// Wraps the key of every patient, account and folder of psychotherapy notes under a new key-encryption key and destroys the
  /// older ones.
  ///
  /// It may be cut off at any step and started again: the key file holds the old and the new key
  /// until no row needs the old one.
  ///
  /// - Parameters:
  ///   - keyFile: the key file of this archive.
  ///   - access: who does it.
  ///   - keepsOlder: whether older keys stay in the file, so that backups from before stay readable.
  /// - Returns: how many keys were wrapped anew.
  /// - Throws: ``ArchiveError``, or an error of the key file.
  public func rotateKeys(
    keyFile: KeyFile, by access: Access, keepsOlder: Bool
  ) async throws -> Int {
    try await changingKeys {
      var random = randomness()
      var rotated = secrets
      rotated.rotate(at: clock.now, using: &random)
      try keep(rotated, in: keyFile)
      Fault.point(.midRotation)
      let count = try await engine.write { [self] transaction in
        try wrapAnew(by: access, in: transaction)
      }
      Fault.point(.beforeRetiring)
      if !keepsOlder {
        rotated.retireOlderEpochs()
        try keep(rotated, in: keyFile)
      }
      return count
    }
  }

  private func wrapAnew(by access: Access, in transaction: any Transaction) throws -> Int {
    let ring = secrets
    let count =
      try transaction.wrapAnew("patient", keyed: ["patient"], ring: ring)
      + transaction.wrapAnew("account_key", keyed: ["account"], ring: ring)
      + transaction.wrapAnew("therapy_key", keyed: ["patient", "author"], ring: ring)
    try transaction.require(epoch: ring.newest, of: clinic)
    try transaction.audit(
      .rotate, by: access, patient: nil, detail: "keys: \(count)", clinic: clinic,
      at: clock.now, ring: ring)
    return count
  }
}

extension Transaction {
  /// Wraps the keys in a table anew, of all clinics.
  fileprivate func wrapAnew(_ table: String, keyed columns: [String], ring: KeyRing) throws -> Int {
    let names = ["clinic"] + columns
    var rows: [(key: ArraySlice<StoredValue>, wrapped: WrappedKey)] = []
    let sql = """
      SELECT epoch, wrapped, \(names.joined(separator: ", ")) FROM \(table)
      WHERE wrapped IS NOT NULL
      """
    try each(sql, []) { row in
      let wrapped = WrappedKey(epoch: Int(clamping: try row.integer(0)), bytes: try row.bytes(1))
      if wrapped.epoch != ring.newest { rows.append((row.values[2...], wrapped)) }
    }
    let conditions = names.enumerated().map { "\($1) = $\($0 + 3)" }
    for row in rows {
      let wrapped = try ring.wrap(ring.unwrap(row.wrapped))
      _ = try run(
        """
        UPDATE \(table) SET epoch = $1, wrapped = $2
        WHERE \(conditions.joined(separator: " AND "))
        """, [.integer(Int64(wrapped.epoch)), .bytes(wrapped.bytes)] + row.key)
    }
    return rows.count
  }
}
