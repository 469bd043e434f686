import PatientRecord

extension ByteSink {
  /// Takes an entry and writes it as a line of a record.
  mutating func write(_ entry: Entry) throws {
    try writeLine(try RecordCodec.encode(entry))
  }
}
