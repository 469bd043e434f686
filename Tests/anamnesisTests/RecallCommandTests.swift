import Foundation
import JSON
import TestKit
import Testing

@Suite struct RecallCommandTests {
  private let folder = Folder()
  private static let header = "subject,list,position,trial_type,item"

  /// Rows of one list: the words studied and recalled, with columns behind them.
  private func rows(
    _ subject: String, _ list: Int, _ studied: [String], _ recalled: [String],
    more: (Int) -> String = { _ in "" }, noMore: String = ""
  ) -> [String] {
    studied.enumerated().map { "\(subject),\(list),\($0 + 1),study,\($1)\(more($0))" }
      + recalled.enumerated().map { "\(subject),\(list),\($0 + 1),recall,\($1)\(noMore)" }
  }

  private func write(_ rows: [String], header: String = Self.header, to name: String) throws {
    try folder.write(([header] + rows).joined(separator: "\n") + "\n", to: name)
  }

  private func run(_ arguments: [String]) throws -> Program.Run {
    try Program.run(["recall"] + arguments, in: folder)
  }

  private func json(_ arguments: [String]) throws -> JSONValue {
    let run = try run(arguments + ["--format", "json"])
    #expect(run.errors == "")
    try #require(run.status == 0)
    return try JSONValue(parsing: Array(run.output.utf8))
  }

  private func number(_ value: JSONValue?) -> Double? {
    guard case .number(let number) = value else { return nil }
    return number.value
  }

  private let letters = ["s", "t", "u", "v", "w", "x", "y", "z"]

  /// `RECIPES.md` of the reference data, the small case of the lag-CRP; rows in reverse order.
  @Test func `the small lag-CRP is exact, whatever the order of the rows`() throws {
    let recalled = [1, 3, 4, 8, 5, 4, 7, 6].map { letters[$0 - 1] }
    try write(rows("a", 1, letters, recalled).reversed(), to: "a.csv")
    let result = try json(["a.csv", "--analysis", "lag-crp"])
    let bins = result["analyses"]?[0]?["subjects"]?[0]?["bins"]
    let actual = (0..<15).map { number(bins?[$0]?["actual"]) }
    let possible = (0..<15).map { number(bins?[$0]?["possible"]) }
    #expect(actual == [0, 0, 0, 0, 1, 0, 1, 0, 1, 1, 0, 1, 0, 0, 0])
    #expect(possible == [0, 1, 1, 0, 1, 2, 3, 0, 3, 3, 3, 3, 2, 1, 1])
    #expect(bins?[0]?["lag"] == .number(-7))
    #expect(bins?[0]?["value"] == .null)
    #expect(bins?[7]?["noInterval"] != nil)
  }

  @Test func `text shows people, intervals and why there is none`() throws {
    try write(
      rows("a", 1, ["oak", "elm"], ["elm", "oak", "elm"]) + rows("a", 2, ["fir", "ash"], ["oak"]),
      to: "a.csv")
    let run = try run(["a.csv", "--analysis", "counts"])
    #expect(
      run.output == """
        1 person, 2 lists, 4 studied words, 4 recalls

        counts: correct recalls, repeats and intrusions a list
        subject a, 2 lists
        kind                   value  95 % from  to  actual  possible
        correct               1.0000          -   -       2         2
        repeat                0.5000          -   -       1         2
        prior-list intrusion  0.5000          -   -       1         2
        extra-list intrusion  0.0000          -   -       0         2
        no interval (4 bins): not enough data yet for an interval of the number of recalls, \
        in lists: 2 observed, 10 needed

        """)
  }

  @Test func `the main analyses are made and the others named`() throws {
    try write(rows("a", 1, letters, letters) + rows("b", 1, letters, ["z", "y"]), to: "a.csv")
    let result = try json(["a.csv"])
    let names = (0..<6).map { result["analyses"]?[$0]?["analysis"] }
    #expect(
      names == ["counts", "spc", "pfr", "lag-crp", "lag-rank", "intrusions"].map { .string($0) })
    #expect(result["analyses"]?[0]?["subjects"] == nil)
    #expect(result["leftOut"]?[0] == .string("distance-crp needs --distances"))
    #expect(result["leftOut"]?[7] == .string("clustering-controlled needs --by and --distances"))
    let people = try json(["a.csv", "--by-subject"])
    #expect(people["analyses"]?[0]?["subjects"]?[1]?["subject"] == .string("b"))
  }

  @Test func `lists are chosen by a column of lists, words by none`() throws {
    let lists =
      rows("a", 1, letters, ["s"], more: { ",pure,\($0 % 2)" }, noMore: ",pure,")
      + rows("a", 2, letters, ["t"], more: { ",mixed,\($0 % 2)" }, noMore: ",mixed,")
    try write(lists, header: Self.header + ",kind,half", to: "a.csv")
    let result = try json(["a.csv", "--analysis", "spc", "--where", "kind=mixed"])
    #expect(result["lists"] == .number(1))
    #expect(number(result["analyses"]?[0]?["group"]?[1]?["mean"]) == 1)
    let mixed = try run(["a.csv", "--analysis", "spc", "--where", "half=1"])
    #expect(
      mixed.errors
        == "Error: --where: column half differs among the words of list 1 of subject a; "
        + "name a column that has one value for each list\n")
    let none = try run(["a.csv", "--analysis", "spc", "--where", "kind=odd"])
    #expect(none.status == 64)
    let halves = try json(["a.csv", "--analysis", "recall-by", "--by", "half"])
    #expect(number(halves["analyses"]?[0]?["group"]?[0]?["mean"]) == 0.125)
  }

  @Test func `distances come as a square table`() throws {
    try write(rows("a", 1, ["oak", "elm", "fir"], ["oak", "elm"]), to: "a.csv")
    try folder.write("word,oak,elm,fir\noak,0,1,2\nelm,1,0,3\nfir,2,3,0\n", to: "d.csv")
    let arguments = ["a.csv", "--analysis", "distance-rank", "--distances", "d.csv"]
    #expect(number(try json(arguments)["analyses"]?[0]?["group"]?[0]?["mean"]) == 1)
    let turned = try json(arguments + ["--similarities"])
    #expect(number(turned["analyses"]?[0]?["group"]?[0]?["mean"]) == 0)
    try folder.write("word,oak,elm,fir\noak,0,1,2\nelm,1,0,often\nfir,2,3,0\n", to: "d.csv")
    #expect(
      try run(arguments).errors
        == "Error: d.csv: line 3: \"often\" in column fir is not a number; "
        + "write a number for each pair of words\n")
    try folder.write("word,oak,elm\noak,0,1\nelm,1,0\n", to: "d.csv")
    #expect(
      try run(arguments).errors
        == "Error: a.csv: the word \"fir\" has no row in the matrix of distances; add it\n")
  }

  @Test func `misspelt words count when that is asked for`() throws {
    try write(rows("a", 1, ["ELEPHANT", "oak"], ["elefant", "oaks"]), to: "a.csv")
    let exact = try json(["a.csv", "--analysis", "counts"])
    #expect(number(exact["analyses"]?[0]?["group"]?[0]?["mean"]) == 0)
    let tolerant = try json(["a.csv", "--analysis", "counts", "--spelling", "tolerant"])
    #expect(number(tolerant["analyses"]?[0]?["group"]?[0]?["mean"]) == 2)
  }

  static let unreadable: [(rows: [String], message: String)] = [
    (
      ["a,1,1,study,x", "a,1,1,study,y"],
      "line 3, column position: position 1 of list 1 of subject a comes twice among its study rows, "
        + "first in line 2; number the rows of a list one by one"
    ),
    (
      ["a,1,1,recall,x"],
      "line 2: list 1 of subject a has recalls and no study rows; "
        + "add the rows of the words that were shown, with trial_type study"
    ),
    (
      ["a,1,1,study,x", "a,1,3,study,y"],
      "line 3, column position: the study rows of list 1 of subject a have no position 2 before 3; "
        + "number the words of a list from 1 on without gaps"
    ),
    (
      ["a,1,1,test,x"],
      "line 2, column trial_type: \"test\" is neither study nor recall; "
        + "write study for a word that was shown and recall for one that was recalled"
    ),
    (
      ["a,1.5,1,study,x"],
      "line 2, column list: 1.5 is not a whole number from 0 to 1,000,000,000; "
        + "number the lists of a person in whole numbers"
    ),
    (["a,1,1,study,"], "line 2, column item: the cell is empty; fill it, or leave the row out"),
    (["a,,1,study,x"], "line 2, column list: the cell is empty; write a whole number from 0 on"),
    ([], "line 1: the file has a header and no rows; give a file with at least one row of values"),
  ]

  @Test(arguments: unreadable)
  func `a bad file is refused with line, column and cure`(
    rows: [String], message: String
  ) throws {
    try write(rows, to: "a.csv")
    let run = try run(["a.csv"])
    #expect(run.status == 64)
    #expect(run.errors == "Error: a.csv: \(message)\n")
  }

  @Test func `a missing column and missing options are named`() throws {
    try folder.write("subject,list\na,1\n", to: "a.csv")
    #expect(try run(["a.csv"]).errors.contains("the file has no column \"position\""))
    #expect(try run(["a.csv", "--analysis", "lbc"]).errors.contains("needs a column of labels"))
    #expect(try run(["a.csv", "--analysis", "distance-rank"]).errors.contains("--distances"))
    #expect(try run(["a.csv", "--replicates", "3"]).status == 64)
    #expect(try run(["a.csv", "--level", "2"]).status == 64)
  }

  @Test func `help lists the analyses`() throws {
    let help = try run(["--help"]).output
    for name in ["lag-crp: conditional response", "arc: adjusted ratio", "clustering-controlled:"] {
      #expect(help.contains(name))
    }
  }

  private static let sample = SharedData.checkout.appending(
    path: ".reference/psifr/data/Morton2013.csv")

  /// `memory/psifr_golden.json` of the reference data.
  @Test(
    .enabled(
      if: FileManager.default.fileExists(atPath: sample.path),
      "needs .reference/psifr (run script/reference-data), which is absent"))
  func `the sample data of psifr give the numbers of psifr`() throws {
    let rank = try json([Self.sample.path, "--analysis", "lag-rank"])
    let mean = try #require(number(rank["analyses"]?[0]?["group"]?[0]?["mean"]))
    #expect(abs(mean - 0.6246990440907971) < 1e-12)
    let ratio = try json([
      Self.sample.path, "--analysis", "arc", "--by", "category", "--where", "list_type=mixed",
    ])
    let clustering = try #require(number(ratio["analyses"]?[0]?["group"]?[0]?["mean"]))
    #expect(abs(clustering - 0.60876269530365) < 1e-12)
  }
}
