internal import PatientRecord
internal import Time
public import Vault

extension Archive {
  /// Wraps every patient's key under a new key-encryption key and destroys the older ones.
  ///
  /// It may be cut off at any step and started again: the key file holds the old and the new key
  /// until no row needs the old one.
  ///
  /// - Parameters:
  ///   - keyFile: the key file of this archive.
  ///   - access: who does it.
  ///   - keepsOlder: whether older keys stay in the file, so that backups from before stay readable.
  /// - Returns: how many patients' keys were wrapped anew.
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
    var rows: [(clinic: Int64, patient: [UInt8], wrapped: WrappedKey)] = []
    let sql = "SELECT clinic, patient, epoch, wrapped FROM patient WHERE wrapped IS NOT NULL"
    try transaction.each(sql, []) { row in
      let wrapped = WrappedKey(epoch: Int(try row.integer(2)), bytes: try row.bytes(3))
      if wrapped.epoch != ring.newest {
        rows.append((try row.integer(0), try row.bytes(1), wrapped))
      }
    }
    for row in rows {
      let wrapped = try ring.wrap(ring.unwrap(row.wrapped))
      _ = try transaction.run(
        "UPDATE patient SET epoch = $1, wrapped = $2 WHERE clinic = $3 AND patient = $4",
        [
          .integer(Int64(wrapped.epoch)), .bytes(wrapped.bytes), .integer(row.clinic),
          .bytes(row.patient),
        ])
    }
    try transaction.require(epoch: ring.newest, of: clinic)
    try transaction.audit(
      .rotate, by: access, patient: nil, detail: "keys: \(rows.count)", clinic: clinic,
      at: clock.now, ring: ring)
    return rows.count
  }
}
