extension Archive {
  /// Makes a change that changes nothing and waits until it is safe on the disk, to see that changes
  /// can be stored.
  ///
  /// - Throws: ``ArchiveError`` when they cannot.
  public func probeWriting() async throws {
    let clinic = clinic
    try await engine.write { transaction in
      _ = try transaction.run(
        "UPDATE head SET sequence = sequence WHERE clinic = $1", [.integer(clinic)])
    }
  }
}
