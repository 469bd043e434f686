import Interchange

/// Everything a reader says about a text, in a form that tests can write down whole.
struct Reading: Equatable {
  var header: [String] = []
  var rows: [Line] = []
  var problems: [String] = []
  var failure: String?

  struct Line: Equatable {
    let line: Int
    let fields: [String]
  }

  init(
    _ bytes: some Collection<UInt8>, separator: Separator = .comma, chunk: Int = .max,
    limits: CSVLimits = CSVLimits()
  ) {
    var reader = CSVReader(separator: separator, limits: limits)
    var events: [CSVEvent] = []
    do {
      var rest = bytes[...]
      while !rest.isEmpty {
        try reader.read(Array(rest.prefix(chunk))) { events.append($0) }
        rest = rest.dropFirst(min(chunk, rest.count))
      }
      try reader.finish { events.append($0) }
    } catch {
      failure = "\(error)"
    }
    for event in events {
      switch event {
      case .header(let names): header = names
      case .row(let row): rows.append(Line(line: row.line, fields: row.texts))
      case .problem(let problem): problems.append("\(problem)")
      }
    }
  }

  init(_ text: String, separator: Separator = .comma) {
    self.init(Array(text.utf8), separator: separator)
  }

  var fields: [[String]] { rows.map(\.fields) }
}

/// A small generator of pseudo-random numbers, so that a failure can be repeated (SplitMix64).
struct Dice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
