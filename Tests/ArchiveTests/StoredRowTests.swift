import Testing

@testable import Archive

struct StoredRowTests {
  private let row = StoredRow([.integer(3), .text("a"), .bytes([1]), .null])

  @Test func `a column is read as what it holds`() throws {
    #expect(try row.integer(0) == 3)
    #expect(try row.text(1) == "a")
    #expect(try row.bytes(2) == [1])
    #expect(row.isNull(3))
    #expect(row.isNull(4))
    #expect(!row.isNull(0))
  }

  @Test func `a column that holds something else, or is not there, is named`() {
    #expect(throws: ArchiveError.damaged("column 2 of a row is no integer")) {
      try row.integer(1)
    }
    #expect(throws: ArchiveError.damaged("column 1 of a row is no text")) { try row.text(0) }
    #expect(throws: ArchiveError.damaged("column 4 of a row holds no bytes")) { try row.bytes(3) }
    #expect(throws: ArchiveError.self) { try row.integer(4) }
    #expect(throws: ArchiveError.self) { try row.integer(-1) }
  }

  @Test func `the layout knows only column types that every engine has`() {
    let types: Set<Substring> = ["INT64", "BYTES", "KEYTEXT"]
    let tables = Schema.migrations.joined().filter { $0.hasPrefix("CREATE TABLE") }
    #expect(tables.count == 18)
    for table in tables {
      #expect(table.hasSuffix(") STRICT"))
      for line in table.split(separator: "\n").dropFirst().dropLast() {
        let words = line.split { $0 == " " || $0 == "," }
        if words[0] == "PRIMARY" || words[0] == "UNIQUE" { continue }
        #expect(types.contains(words[1]), "\(line)")
      }
    }
  }
}
