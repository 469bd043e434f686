import Foundation
import Knowledge
import TestKit
import Testing

@Suite struct WordingTests {
  let knowledge: Knowledge

  init() throws { knowledge = try Shipped.knowledge.get() }

  // FNV-1a of the reference wording (items in order, options with values), computed from the
  // reference text itself and not from the resources.
  @Test(
    arguments: [
      ("phq9", 0x159c_9557_53fb_4708), ("phq8", 0x3158_f53d_4f55_7537),
      ("phq2", 0x7c23_68ae_a2e5_9e28), ("gad7", 0x79b5_4df8_bc22_24ce),
    ] as [(InstrumentID, UInt64)])
  func `wording, order, options and values are those of the reference`(
    _ id: InstrumentID, _ checksum: UInt64
  ) throws {
    #expect(fnv1a(canonical(try knowledge.instrument(id))) == checksum)
  }

  @Test func `one changed letter changes the checksum`() {
    #expect(fnv1a("Not at all") != fnv1a("Not at all."))
    // The published test vector of FNV-1a 64: "a" -> af63dc4c8601ec8c.
    #expect(fnv1a("a") == 0xaf63_dc4c_8601_ec8c)
  }

  // A published reproduction says "Not at all sure", which is another question's answer.
  @Test(arguments: ["gad7", "gad2", "phq9", "phq8", "phq2"] as [InstrumentID])
  func `the lowest answer is Not at all and nothing else`(_ id: InstrumentID) throws {
    let options = try knowledge.instrument(id).options
    #expect(options.first?.value == 0 && options.first?.label == "Not at all")
    #expect(!options.contains { $0.label.contains("sure") })
  }

  @Test func `the short forms have the words of the long ones`() throws {
    let pairs: [(InstrumentID, InstrumentID)] = [
      ("phq8", "phq9"), ("phq2", "phq9"), ("gad2", "gad7"),
    ]
    for (first, second) in pairs {
      let short = try knowledge.instrument(first)
      let long = try knowledge.instrument(second)
      #expect(short.items == Array(long.items.prefix(short.items.count)))
      #expect(short.options == long.options && short.stem == long.stem)
    }
  }

  @Test(.enabled(if: SharedData.isPresent, SharedData.absence))
  func `PHQ-9 is the English of the German core data set, but for dashes`() throws {
    let phq9 = try knowledge.instrument("phq9")
    let questionnaire = try Questionnaire.read("fhir/phq9-mii/Questionnaire-mii-qst-pro-phq-9.json")
    for item in phq9.items {
      let theirs = try #require(questionnaire.item(coded: item.code?.value)?.english)
      #expect(
        item.text == theirs.replacing("down - ", with: "down — ").replacing(" - ", with: " — "))
    }
    let followUp = try #require(phq9.followUp)
    #expect(questionnaire.item(coded: followUp.item.code?.value)?.english == followUp.item.text)
    // It writes the number out.
    let stem = questionnaire.item.first?.english
    #expect(stem?.replacing("two weeks", with: "2 weeks") == phq9.stem)
  }

  @Test(.enabled(if: SharedData.isPresent, SharedData.absence))
  func `PHQ-9 is the US Core example, but for the marks of LOINC names`() throws {
    let phq9 = try knowledge.instrument("phq9")
    let questionnaire = try Questionnaire.read("fhir/us-core-phq9/Questionnaire-phq-9-example.json")
    #expect(
      questionnaire.item.prefix(9).compactMap(\.loinc) == phq9.items.compactMap(\.code?.value))
    for item in phq9.items {
      let theirs = try #require(questionnaire.item(coded: item.code?.value))
      #expect(item.text == withoutNameMarks(theirs.text))
      #expect(theirs.options.map(\.display) == phq9.options.map(\.label))
      #expect(theirs.options.map(\.code) == phq9.options.map(\.code?.value))
      #expect(theirs.ordinals == phq9.options.map { Optional($0.value) })
    }
    let difficulty = try #require(questionnaire.item(coded: phq9.followUp?.item.code?.value))
    #expect(difficulty.options.map(\.display) == phq9.followUp?.options.map(\.label))
    #expect(difficulty.options.map(\.code) == phq9.followUp?.options.map(\.code?.value))
    #expect(questionnaire.code.first?.code == phq9.panelCode?.value)
    #expect(questionnaire.item(coded: phq9.totalCode?.value) != nil)
  }

  @Test(.enabled(if: SharedData.isPresent, SharedData.absence))
  func `the US Core answers score as they do there`() throws {
    let text = try SharedData.text("fhir/us-core-phq9/QuestionnaireResponse-phq-9-example.json")
    let response = try JSONDecoder().decode(Response.self, from: Data(text.utf8))
    let phq9 = try knowledge.instrument("phq9")
    var answers: [ItemID: Int] = [:]
    for item in phq9.items {
      let given = response.item.first { $0.linkId == "/" + (item.code?.value ?? "") }
      let code = given?.answer?.first?.valueCoding?.code
      answers[item.id] = phq9.options.first { $0.code?.value == code }?.value
    }
    let total = response.item.first { $0.linkId == "/44261-6" }?.answer?.first?.valueDecimal
    #expect(answers.count == 9)
    #expect(try phq9.score(answers).value == total)
  }

  /// The documented differences: LOINC names end in a scale or a question mark, write a hyphen for
  /// a dash, a full stop for the question mark in item 8 and a comma in item 9.
  private func withoutNameMarks(_ name: String) -> String {
    var text = name.replacing(" in last 2 weeks [Reported.PHQ]", with: "")
    if text.hasSuffix("?") { text.removeLast() }
    return text.replacing(" - ", with: " — ").replacing("noticed. Or", with: "noticed? Or")
      .replacing("dead, or of", with: "dead or of")
  }

  private func canonical(_ instrument: Instrument) -> String {
    var lines = [instrument.stem ?? ""]
    lines += instrument.items.map { "\($0.id)|\($0.text)" }
    lines += instrument.options.map { "\($0.value)|\($0.label)" }
    if let followUp = instrument.followUp {
      lines += [followUp.item.text] + followUp.options.map { "\($0.value)|\($0.label)" }
    }
    return lines.joined(separator: "\n")
  }

  private func fnv1a(_ text: String) -> UInt64 {
    text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }
}
