private import FuzzKit
private import Interchange

#if canImport(Glibc)
  private import Glibc
#endif

/// Reads made-up bytes as CSV, in one piece and in small ones, which must find the same.
///
/// The first byte chooses the separator and the size of the pieces.
@main enum FuzzCSV {
  static func main() {
    exit(
      FuzzTarget.run { start, count in
        let bytes = Array(UnsafeBufferPointer(start: start, count: count))
        guard let choice = bytes.first else { return 0 }
        FuzzCSV.check(Array(bytes.dropFirst()), choice: Int(choice))
        return 0
      })
  }

  static func check(_ bytes: [UInt8], choice: Int) {
    let separator = Separator.allCases[choice % Separator.allCases.count]
    let whole = events(of: [bytes[...]], separator)
    let step = 1 + choice / 16
    let pieces = stride(from: 0, to: bytes.count, by: step).map {
      bytes[$0..<min($0 + step, bytes.count)]
    }
    let joined = events(of: pieces, separator)
    guard joined != whole else { return }
    print("in one piece:", whole, "in pieces of \(step):", joined, separator: "\n")
    fflush(nil)
    preconditionFailure("the cut changes what is read")
  }

  private static func events(of pieces: [ArraySlice<UInt8>], _ separator: Separator) -> [String] {
    var events: [String] = []
    var reader = CSVReader(
      separator: separator, limits: CSVLimits(fieldBytes: 64, rowBytes: 256, columns: 8))
    do {
      for piece in pieces { try reader.read(piece) { events.append(FuzzCSV.text(of: $0)) } }
      try reader.finish { events.append(FuzzCSV.text(of: $0)) }
    } catch {
      events.append("failed at \(error.place)")
    }
    return events
  }

  private static func text(of event: CSVEvent) -> String {
    switch event {
    case .header(let names): "header \(names)"
    case .row(let row): "row \(row.line) \((0..<row.count).map { row[$0] })"
    // A row may be broken in two ways; which of them is met first may depend on the cut.
    case .problem(let problem): "problem \(problem.line)"
    }
  }
}
