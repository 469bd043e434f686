internal import Synchronization
internal import Vault

extension Archive {
  /// Holds the ring against the data before anything is written: entries sealed with the keys of
  /// other data, or with an older copy, could not be read by anybody again.
  func claim() async throws {
    let ring = secrets
    try await engine.writeEssential { [clinic] transaction in
      let sql = "SELECT fingerprint, epoch FROM ring WHERE clinic = $1"
      guard let row = try transaction.first(sql, [.integer(clinic)]) else {
        return try transaction.keep(ring, of: clinic)
      }
      guard try row.bytes(0) == ring.fingerprint else {
        throw ArchiveError.foreignKeys("it was made for other data")
      }
      let epoch = try row.integer(1)
      guard epoch <= Int64(ring.newest) else {
        throw ArchiveError.foreignKeys(
          "it ends with epoch \(ring.newest), the data are sealed with epoch \(epoch)")
      }
    }
  }

  /// Changes the ring, one change after another: the key file first, then the rows.
  func changingKeys<Value>(_ body: () async throws -> Value) async throws -> Value {
    try await keyChanges.pass(body)
  }

  /// Writes a changed ring to its file, and only then uses it.
  func keep(_ changed: KeyRing, in keyFile: KeyFile) throws {
    try keyFile.save(changed, replacing: secrets)
    ring.withLock { $0 = changed }
  }
}

extension Transaction {
  /// Says which ring belongs to the rows.
  fileprivate func keep(_ ring: KeyRing, of clinic: Int64) throws {
    let isOccupied = try first("SELECT 1 FROM patient WHERE clinic = $1", [.integer(clinic)]) != nil
    if isOccupied { throw ArchiveError.damaged("the row that names the key file is missing") }
    _ = try run(
      "INSERT INTO ring (clinic, fingerprint, epoch) VALUES ($1, $2, $3)",
      [.integer(clinic), .bytes(ring.fingerprint), .integer(Int64(ring.newest))])
  }

  /// Says that the rows need an epoch from now on.
  func require(epoch: Int, of clinic: Int64) throws {
    _ = try run(
      "UPDATE ring SET epoch = $1 WHERE clinic = $2", [.integer(Int64(epoch)), .integer(clinic)])
  }
}
