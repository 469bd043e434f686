private import FuzzKit
private import JSON
private import PatientRecord

#if canImport(Glibc)
  private import Glibc
#endif

/// Reads made-up bytes as JSON, as entries and as a record; what is read must survive being written.
@main enum FuzzRecord {
  static func main() {
    exit(
      FuzzTarget.run { start, count in
        let bytes = Array(UnsafeBufferPointer(start: start, count: count))
        for line in bytes.split(separator: 0x0A) { FuzzRecord.check(Array(line)) }
        FuzzRecord.check(bytes, inPiecesOf: 1 + bytes.count % 17)
        return 0
      })
  }

  static func check(_ line: [UInt8]) {
    guard let value = try? JSONValue(parsing: line) else { return }
    guard (try? JSONValue(parsing: value.bytes())) == value else {
      fail("JSON does not survive being written", line)
    }
    guard let entry = try? StrictDecoder().decode(Entry.self, from: value) else { return }
    guard let written = try? ValueEncoder().encode(entry),
      let again = try? JSONValue(parsing: written.bytes()),
      (try? StrictDecoder().decode(Entry.self, from: again)) == entry
    else { fail("an entry does not survive being written", line) }
  }

  /// Reads a whole record at once and in pieces, which must find the same.
  static func check(_ record: [UInt8], inPiecesOf step: Int) {
    var reader = RecordReader()
    var lines: [RecordReader.Line] = []
    for start in stride(from: 0, to: record.count, by: step) {
      lines += reader.read(Array(record[start..<min(start + step, record.count)]))
    }
    lines += reader.finish()
    guard "\(lines)" == "\(RecordReader.lines(of: record))" else {
      fail("the cut changes what is read", record)
    }
  }

  private static func fail(_ reason: String, _ line: [UInt8]) -> Never {
    print(reason, String(decoding: line, as: UTF8.self), separator: "\n")
    fflush(nil)
    preconditionFailure(reason)
  }
}
