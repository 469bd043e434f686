import Foundation
import JSON
import TestKit
import Testing

@Suite struct MemoryFitCommandTests {
  private let folder = Folder()

  /// Twenty lists of one word, two of which nobody recalls: the estimate of X1 is 2/20, exactly.
  private static let oneWord = lists(
    (1...20).map { list in (["word\(list)"], list <= 18 ? ["word\(list)"] : []) })

  private static func lists(
    _ lists: [([String], [String])], subject: String = "7", valence: String? = nil
  ) -> String {
    var text = "subject,list,position,trial_type,item\(valence == nil ? "" : ",felt")\n"
    let felt = valence.map { ",\($0)" } ?? ""
    for (list, (study, recalls)) in lists.enumerated() {
      for (position, item) in study.enumerated() {
        text += "\(subject),\(list + 1),\(position + 1),study,\(item)\(felt)\n"
      }
      for (position, item) in recalls.enumerated() {
        text +=
          "\(subject),\(list + 1),\(position + 1),recall,\(item)\(valence == nil ? "" : ",")\n"
      }
    }
    return text
  }

  private func run(_ arguments: String...) throws -> Program.Run {
    try Program.run(["memory", "fit"] + arguments, in: folder)
  }

  private func number(_ value: JSONValue?) throws -> Double {
    guard case .number(let number) = value else { throw Absent() }
    return number.value
  }

  private struct Absent: Error {}

  @Test func `one-word lists give the share and the standard error of a binomial`() throws {
    try folder.write(Self.oneWord, to: "a.csv")
    let run = try run("a.csv", "--free", "stopScale", "--format", "json")
    try #require(run.status == 0, "\(run.errors)")
    let person = try JSONValue(parsing: Array(run.output.utf8))["people"]?[0]
    #expect(person?["subject"] == .string("7"))
    let estimate = person?["estimates"]?[0]
    #expect(estimate?["parameter"] == .string("stopScale"))
    #expect(abs(try number(estimate?["estimate"]) - 0.1) < 1e-4)
    #expect(abs(try number(estimate?["standardError"]) - (0.1 * 0.9 / 20).squareRoot()) < 1e-4)
    let logLikelihood = 18 * log(0.9) + 2 * log(0.1)
    #expect(abs(try number(person?["logLikelihood"]) - logLikelihood) < 1e-6)
    #expect(abs(try number(person?["aic"]) - (2 - 2 * logLikelihood)) < 1e-6)
    // 18 recalls and 20 stops are counted.
    #expect(abs(try number(person?["bic"]) - (log(38) - 2 * logLikelihood)) < 1e-6)
  }

  @Test func `the text says what was fitted and what was left out`() throws {
    let words = Self.oneWord + "7,1,2,recall,word1\n7,1,3,recall,elsewhere\n"
    try folder.write(words, to: "a.csv")
    let run = try run("a.csv", "--free", "stopScale", "--starts", "2")
    #expect(run.status == 0)
    #expect(
      run.lines == [
        "subject 7: cmr, 20 lists, 18 recalls; left out: 1 intrusion, 1 repetition",
        "log-likelihood -6.5017, AIC 15.00, BIC 16.64 over 38 events",
        "2 of 2 searches ended here",
        "parameter  estimate  standard error     95 % interval",
        "stopScale    0.1000          0.0671  0.0135 to 0.1866",
      ])
  }

  @Test func `what cannot be used is named with its place`() throws {
    try folder.write(Self.oneWord, to: "a.csv")
    try folder.write(Self.oneWord.replacing("recall,word1\n", with: "test,word1\n"), to: "b.csv")
    try folder.write(
      Self.lists([(["a", "b"], ["a"])], valence: "2"), to: "c.csv")
    try folder.write(Self.lists([(["a", "a"], ["a"])]), to: "d.csv")
    for (arguments, message) in [
      (["a.csv"], "a.csv, subject 7: not enough data yet for a fit of 10 parameters (recalls)"),
      (["a.csv", "--subject", "9"], "a.csv: subject 9 is not in the file"),
      (["a.csv", "--free", "x"], "--free: \"x\" is no parameter"),
      (["a.csv", "--model", "cmr3"], "--model cmr3 needs --valence"),
      (["a.csv", "--starts", "0"], "--starts: give 1 to 1000"),
      (["b.csv"], "b.csv: line 3, column trial_type: \"test\" is neither study nor recall"),
      (["c.csv", "--model", "cmr3", "--valence", "felt"], "c.csv: line 2, column felt:"),
      (["d.csv"], "d.csv: subject 7, list 1: an item is studied twice"),
    ] {
      let run = try Program.run(["memory", "fit"] + arguments, in: folder)
      #expect(run.status == 64)
      #expect(run.errors.contains(message), "\(run.errors)")
    }
  }

  @Test func `a person with one recall is refused and the others are fitted`() throws {
    let header = "subject,list,position,trial_type,item\n"
    let one = Self.lists([(["a"], ["a"])], subject: "8").replacing(header, with: "")
    try folder.write(Self.oneWord + one, to: "a.csv")
    let text = try run("a.csv", "--free", "stopScale", "--starts", "1")
    try #require(text.status == 0, "\(text.errors)")
    let reason = "not enough data yet for a fit of 1 parameters (recalls): 1 observed, 5 needed"
    #expect(text.lines.first?.hasPrefix("subject 7: cmr, 20 lists") == true)
    #expect(text.lines.last == "subject 8 refused: \(reason)")
    let run = try run("a.csv", "--free", "stopScale", "--starts", "1", "--format", "json")
    let json = try JSONValue(parsing: Array(run.output.utf8))
    #expect(json["people"]?[0]?["subject"] == .string("7"))
    #expect(json["people"]?[1] == nil)
    #expect(json["refused"]?[0]?["subject"] == .string("8"))
    #expect(json["refused"]?[0]?["reason"] == .string(reason))
  }

  @Test func `models of emotion read how words are felt`() throws {
    let words = (1...8).map { list in
      (["a\(list)", "b\(list)", "c\(list)"], ["c\(list)", "a\(list)"])
    }
    try folder.write(Self.lists(words, valence: "-1"), to: "a.csv")
    for model in ["ecmr", "cmr3"] {
      let run = try run(
        "a.csv", "--model", model, "--valence", "felt", "--free", "sourceDrift,stopScale",
        "--starts", "1", "--choice", "exponential", "--format", "json")
      try #require(run.status == 0, "\(run.errors)")
      let json = try JSONValue(parsing: Array(run.output.utf8))
      #expect(json["model"] == .string(model))
      #expect(json["people"]?[0]?["estimates"]?[1]?["parameter"] == .string("stopScale"))
    }
  }
}
