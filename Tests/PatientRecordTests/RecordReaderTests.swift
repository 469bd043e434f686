import Knowledge
import PatientRecord
import TestKit
import Testing

@Suite struct RecordReaderTests {
  @Test func `chunks of every size give the same lines`() throws {
    let lines = [
      try RecordCodec.encode(.checkIn(["mood": 1], 1)), "", "not JSON", "  ",
      try RecordCodec.encode(.checkIn(["mood": 2], 2)) + "\r",
      #"{"v":9}"#, try RecordCodec.encode(.checkIn(["mood": 3], 3)),
    ]
    let bytes = [0xEF, 0xBB, 0xBF] + Array(lines.joined(separator: "\n").utf8)
    let whole = RecordReader.lines(of: bytes)
    #expect(
      try whole.compactMap { try? $0.get() }
        == [1, 2, 3].map {
          try .checkIn(["mood": Double($0)], $0)
        })
    #expect(
      errors(whole) == [
        "line 3: column 1: expected a value",
        "line 6: v: layout 9 is not known; this program reads 1",
      ])
    for size in 1...bytes.count { #expect(read(bytes, by: size) == whole, "size \(size)") }
  }

  @Test func `a line that is cut off or not UTF-8 gives an error and the rest is read`() throws {
    let line = Array(try RecordCodec.encode(.checkIn()).utf8)
    var broken = line
    broken[15] = 0xFF
    let bytes = broken + [10] + line.dropLast(20) + [10] + line + [10]
    let lines = RecordReader.lines(of: bytes)
    #expect(lines.count == 3)
    #expect(
      errors(lines) == [
        "line 1: column 14: not valid UTF-8",
        "line 2: column \(line.count - 19): the text ends within quotation marks",
      ])
  }

  @Test func `a line beyond the limit is passed over`() throws {
    let line = Array(try RecordCodec.encode(.checkIn()).utf8)
    let long = Array(repeating: UInt8(ascii: "x"), count: RecordCodec.lineLimit + 1)
    let lines = read(long + [10] + line, by: 1 << 20)
    #expect(errors(lines) == ["line 1: longer than 16777216 bytes"])
    #expect(lines == RecordReader.lines(of: long + [10] + line))
    #expect(lines.count == 2)
  }

  @Test func `nothing gives nothing`() {
    #expect(RecordReader.lines(of: []).isEmpty)
    #expect(RecordReader.lines(of: Array("\n\r\n \n".utf8)).isEmpty)
  }

  @Test(arguments: UInt64(1)...20)
  func `bytes changed at random never stop the reader`(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    var source = RandomEntries(seed: seed)
    let lines = try source.entries(52).map { try RecordCodec.encode($0) }
    var bytes = Array(lines.joined(separator: "\n").utf8)
    for _ in 0..<60 {
      bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(
        in: 0...255, using: &random)
    }
    let whole = RecordReader.lines(of: bytes)
    #expect(read(bytes, by: 97) == whole, "seed \(seed)")
    #expect(whole.contains { (try? $0.get()) == nil }, "seed \(seed)")
  }

  private func read(_ bytes: [UInt8], by size: Int) -> [RecordReader.Line] {
    var reader = RecordReader()
    var lines: [RecordReader.Line] = []
    for start in stride(from: 0, to: bytes.count, by: size) {
      lines += reader.read(Array(bytes[start..<min(start + size, bytes.count)]))
    }
    return lines + reader.finish()
  }

  private func errors(_ lines: [RecordReader.Line]) -> [String] {
    lines.compactMap { line in
      if case .failure(let error) = line { error.description } else { nil }
    }
  }
}
