import Care
import Foundation
import HTML
import JSON
import Knowledge
import Testing

@testable import Pages

@Suite struct EvidenceReportTests {
  static let shipped = Result { try MemoryEvidence.bundled() }
  /// All three readings, made once: the tests only look at them.
  static let plain = Result { try EvidenceSynthesis(of: shipped.get()) }
  static let uncertain = Result {
    try EvidenceSynthesis(of: shipped.get(), includesUncertain: true)
  }
  static let exercise = Result {
    try EvidenceSynthesis(of: shipped.get(), treatment: "exercise")
  }

  /// A text with its line breaks taken out, to look for sentences in.
  private func sentences(_ synthesis: EvidenceSynthesis) -> String {
    EvidenceReport.text(synthesis).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test func `what supports and what contradicts is said first and in plain words`() throws {
    let text = EvidenceReport.text(try Self.plain.get())
    let start = try #require(text.range(of: "In short"))
    let end = try #require(text.range(of: "What speaks for the theory"))
    #expect(start.lowerBound < end.lowerBound)
    let short = text[start.lowerBound..<end.lowerBound]
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for sentence in [
      "Of 50 findings that bear on it, 22 speak for it, 12 against it, 12 for and against, and 4 "
        + "neither.",
      "Against control, these treatments improved memory for neutral material (0.26 standard "
        + "deviations, 95 % interval 0.13 to 0.39; 4 treatments). For one more treatment the 95 % "
        + "prediction interval is 0.08 to 0.43. Not read again in full: the number of AD-01.",
      "Whether these treatments change memory for emotional and personal material cannot be told",
      "Two effects are too few comparable studies for more than that.",
      "cannot be told. Too few comparable pairs of effects: 4 of at least 5.",
      "12 against it: no finding against it is among the pooled numbers, which flatter it for that.",
    ] { #expect(short.contains(sentence), "\(sentence)\n\(short)") }
  }

  @Test func `the counts are those of the table`() throws {
    let rows = try Self.shipped.get().effects
    let counts = TreatmentEffect.Bearing.allCases.map { bearing in
      rows.count { $0.bearing == bearing }
    }
    let words = sentences(try Self.plain.get())
    #expect(words.contains("\(counts[0]) speak for it, \(counts[1]) against it"))
  }

  @Test func `lines are at most 80 columns, but for addresses`() throws {
    for line in EvidenceReport.text(try Self.plain.get()).split(separator: "\n") {
      #expect(line.count <= 80 || line.contains("http"), "\(line)")
    }
  }

  @Test func `general knowledge is marked wherever it is shown`() throws {
    for synthesis in [try Self.plain.get(), try Self.uncertain.get()] {
      let text = sentences(synthesis)
      #expect(text.contains("General knowledge, its number was not read."))
    }
    #expect(sentences(try Self.plain.get()).contains("Its number is general knowledge: AD-04"))
    #expect(!sentences(try Self.uncertain.get()).contains("Its number is general knowledge: AD-04"))
    #expect(sentences(try Self.uncertain.get()).contains("the slope has no bound"))
  }

  @Test func `one treatment alone has too few studies, and it is said`() throws {
    let text = sentences(try Self.exercise.get())
    #expect(text.contains("too few comparable studies: 1 of at least 2"))
    #expect(text.contains("about \"exercise\""))
  }

  @Test func `the page is well-formed, with unique ids, a plot and its table`() throws {
    for synthesis in [try Self.plain.get(), try Self.uncertain.get(), try Self.exercise.get()] {
      let page = EvidenceReport.html(synthesis).text
      #expect(TagBalance(page).fault == nil)
      let ids = page.matches(of: #/ id="([^"]*)"/#).map { String($0.1) }
      #expect(Set(ids).count == ids.count)
      #expect(page.contains("c-box") && page.contains("class=\"chart-summary\""))
      #expect(page.contains("<th scope=\"col\">95 % interval</th>"))
      #expect(!page.contains("<script") && !page.contains("style=\""))
    }
  }

  @Test func `text and page say the same in short`() throws {
    let model = Paper(try Self.plain.get())
    for sentence in model.short {
      #expect(sentences(try Self.plain.get()).contains(sentence))
    }
    #expect(
      model.chapters.map(\.id) == [
        "bearing", "pools", "coupling", "left-out", "deficits", "sources",
      ])
  }

  @Test func `the JSON holds every row, pool and reason`() throws {
    let json = EvidenceReport.json(try Self.plain.get())
    #expect(json["schema"] == .string("anamnesis.evidence/1"))
    guard case .array(let rows) = json["rows"], case .array(let pools) = json["pools"],
      case .array(let leftOut) = json["leftOut"], case .array(let deficits) = json["deficits"]
    else {
      Issue.record("the lists are missing")
      return
    }
    #expect(rows.count == 57 && pools.count == 4 && deficits.count == 13)
    let effects = pools.map { pool -> Int in
      guard case .array(let effects) = pool["effects"] else { return 0 }
      return effects.count
    }
    #expect(effects == [4, 2, 3, 7] && effects.reduce(0, +) + leftOut.count == 57 + 3)
    #expect(json["coupling"]?["analysis"]?["notYet"]?["needed"] == .number(5))
    #expect(rows[0]["evidence"]?["citation"] == .string("confirmed"))
  }
}
