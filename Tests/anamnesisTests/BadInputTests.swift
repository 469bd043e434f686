import Foundation
import Testing

/// Whatever a file holds, a command answers or says what is wrong: it never stops of a fault.
@Suite struct BadInputTests {
  private let folder = Folder()

  static let analyses = [
    ["trajectory"], ["trajectory", "--affect", "--method", "posterior"], ["changepoints"],
    ["monitor", "--baseline", "20"],
  ]

  private func analyse(_ analysis: [String]) throws -> Program.Run {
    try Program.run(analysis + ["a.csv", "--time", "day", "--outcome", "y"], in: folder)
  }

  static let unreadable: [(bytes: [UInt8], message: String)] =
    [
      ("", "line 1: the file is empty; give a file whose first line names the columns"),
      (
        "day,y\n",
        "line 1: the file has a header and no rows; give a file with at least one row of values"
      ),
      (
        "day;y\n1;2\n",
        "line 1: the header is one column, but semicolons stand in it; "
          + "set separator: semicolon in the mapping, or --separator semicolon"
      ),
      (
        "day,Y\n1,2\n",
        #"line 1: the file has no column "y"; did you mean "Y"? its columns are "day", "Y""#
      ),
      (
        "day,y,y\n1,2,3\n",
        #"line 1: the file has 2 columns named "y"; give each column its own name"#
      ),
      (
        "day,y\n1,2\n2\n",
        "line 3: the row has 1 field and the header 2; "
          + "write one field for each column, empty where there is no value"
      ),
      (
        "day,y\n1,often\n",
        #"line 2, column y: "often" is not a number; "#
          + "write a number, or leave the cell empty where there is no value"
      ),
      (
        "day,y\n1,2\n2,1e308\n",
        "line 3, column y: 1e+308 is too large to compute with; correct the value or leave it empty"
      ),
      (
        "day,y\n1,2\n2,-1e309\n",
        #"line 3, column y: "-1e309" is too large for a number; correct the value or leave it empty"#
      ),
      (
        "day,y\n1,2\n,3\n",
        #"line 3, column day: "" is neither a number nor a date; "#
          + "write a number of days, or a date such as 2026-03-01, in every row"
      ),
      (
        "day,y\n1,2\ninf,3\n",
        #"line 3, column day: "inf" is neither a number nor a date; "#
          + "write a number of days, or a date such as 2026-03-01, in every row"
      ),
      (
        "day,y\n1,2\n2026-02-01,3\n",
        "line 3, column day: 2026-02-01 stands among times written like 1; "
          + "write either numbers or dates"
      ),
    ].map { (Array($0.0.utf8), $0.1) } + [
      (
        Array("day,y\n".utf8) + [0x31, 0x2C, 0x00, 0x0A],
        "line 2: the row holds a NUL byte; save the file as UTF-8 text"
      ),
      (
        Array("day,y\n".utf8) + [0x31, 0x2C, 0xFF, 0x0A],
        "line 2: the row holds bytes that are not UTF-8; save the file as UTF-8 text"
      ),
    ]

  @Test(arguments: analyses, unreadable)
  func `a table that cannot be read says where and why`(
    analysis: [String], file: (bytes: [UInt8], message: String)
  ) throws {
    try folder.write(file.bytes, to: "a.csv")
    let run = try analyse(analysis)
    #expect(run.status == 64)
    #expect(run.output == "")
    #expect(run.errors == "Error: a.csv: \(file.message)\n")
  }

  static let hopeless: [(values: [String], messages: [String])] = [
    (
      ["5"],
      [
        "not enough data yet for a trajectory: 1 observed, 2 needed",
        "not enough data yet for a trajectory: 1 observed, 3 needed",
        "not enough data yet for change points: 1 observed, 8 needed",
        "1 value, and the baseline alone takes 20; give at least one value more than that",
      ]
    ),
    (
      Array(repeating: "NaN", count: 30),
      [
        "not enough data yet for a trajectory: 0 observed, 1 needed",
        "not enough data yet for a trajectory: 0 observed, 1 needed",
        "not enough data yet for change points: 0 observed, 8 needed",
        "0 values, and the baseline alone takes 20; give at least one value more than that",
      ]
    ),
  ]

  @Test(arguments: hopeless)
  func `a series with too few values says how many are needed`(
    values: [String], messages: [String]
  ) throws {
    try folder.write(Samples.series(values), to: "a.csv")
    for (analysis, message) in zip(Self.analyses, messages) {
      let run = try analyse(analysis)
      #expect(run.status == 64)
      #expect(run.errors == "Error: a.csv, column y: \(message)\n")
    }
  }

  @Test(arguments: ["5", "0", "-3.5e99"])
  func `a constant series has no trajectory and no chart, and no change`(value: String) throws {
    try folder.write(Samples.series(Array(repeating: value, count: 40)), to: "a.csv")
    let messages = [
      "every reading is the same; a series that does not vary has no likelihood",
      "every reading is the same; there is no spread to learn from yet", nil,
      "the baseline does not vary, so there is no scale to judge later values by; "
        + "choose a longer baseline",
    ]
    for (analysis, message) in zip(Self.analyses, messages) {
      let run = try analyse(analysis)
      #expect(run.status == (message == nil ? 0 : 64))
      #expect(run.errors == (message.map { "Error: a.csv, column y: \($0)\n" } ?? ""))
    }
  }

  static let odd: [(name: String, text: String)] = [
    ("times repeated", Samples.series(Samples.digits, days: Array(repeating: 3, count: 40))),
    ("times backwards", Samples.series(Samples.digits, days: (1...40).reversed())),
    ("times far apart", Samples.series(Samples.digits, days: (1...40).map { $0 * 200_000 })),
    ("values tiny", Samples.series(Samples.digits.map { "\($0)e-90" })),
    ("values huge", Samples.series(Samples.digits.map { "\($0)e90" })),
    ("one value apart", Samples.series(Array(repeating: "5", count: 39) + ["6"])),
    ("gaps", Samples.series(Samples.digits.enumerated().map { $0 % 4 == 3 ? "" : $1 })),
    ("lines ended by CR", Samples.series(Samples.digits).replacing("\n", with: "\r")),
  ]

  @Test(arguments: analyses, odd)
  func `an odd series gets an answer or a reason`(
    analysis: [String], series: (name: String, text: String)
  ) throws {
    try folder.write(series.text, to: "a.csv")
    let run = try analyse(analysis)
    #expect([0, 64].contains(run.status), "\(series.name): \(run.errors)")
    #expect(run.output.isEmpty == (run.status == 64))
    #expect(run.errors.isEmpty == (run.status == 0))
  }

  static let commands = [
    ["trajectory", "FILE", "--outcome", "y"], ["changepoints", "FILE", "--outcome", "y"],
    ["monitor", "FILE", "--outcome", "y", "--baseline", "7"], ["review", "FILE"],
    ["import", "FILE", "--mapping", "kossakowski", "--output", "-"],
    ["import", "/dev/null", "--mapping", "FILE", "--output", "-"],
    ["review", "/dev/null", "--site", "FILE"],
  ]

  // A site may have a folder of settings.
  @Test(arguments: commands.filter { !$0.contains("--site") })
  func `a folder in place of a file is named`(command: [String]) throws {
    let run = try Program.run(command.map { $0 == "FILE" ? "." : $0 }, in: folder)
    #expect(run.status == 64)
    #expect(run.errors == "Error: .: this is a folder; name a file in it\n")
  }

  @Test(arguments: commands)
  func `a file that does not exist is named`(command: [String]) throws {
    let run = try Program.run(command.map { $0 == "FILE" ? "no.csv" : $0 }, in: folder)
    #expect(run.status == 64)
    #expect(run.errors.contains("no.csv: there is no such file"))
  }

  @Test(arguments: commands)
  func `bytes without meaning are refused`(command: [String]) throws {
    // The bytes of a multiplicative generator: the same in every run, and no text.
    var state: UInt32 = 1
    let bytes = (0..<5000).map { _ -> UInt8 in
      state = state &* 1_664_525 &+ 1_013_904_223
      return UInt8(state >> 24)
    }
    try folder.write(bytes, to: "noise")
    let run = try Program.run(command.map { $0 == "FILE" ? "noise" : $0 }, in: folder)
    #expect(run.status == 64)
    #expect(run.output == "")
    #expect(run.errors.contains("Error: "))
  }

  @Test(arguments: [
    ["monitor", "a.csv", "--outcome", "y", "--baseline", "6"],
    ["changepoints", "a.csv", "--outcome", "y", "--minimum-segment", "9223372036854775807"],
    ["changepoints", "a.csv", "--outcome", "y", "--maximum", "9223372036854775807"],
    ["trajectory", "a.csv", "--outcome", "y", "--regressors", "y,"],
    ["trajectory", "a.csv", "--outcome", "y", "--regressors", "day,y"],
    ["trajectory", "a.csv"], ["review"], ["import", "a.csv"], ["frobnicate"],
    ["trajectory", "a.csv", "--outcome", "y", "--separator", "|"], ["review", ""],
  ])
  func `options that make no sense are refused`(command: [String]) throws {
    try folder.write(Samples.series(Array(repeating: "1", count: 20)), to: "a.csv")
    let run = try Program.run(command, in: folder)
    #expect(run.status == 64)
    #expect(run.output == "")
    #expect(run.errors.hasPrefix("Error: "))
  }
}
