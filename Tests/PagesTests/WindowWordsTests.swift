import Care
import Foundation
import JSON
import Knowledge
import Testing

/// Windows in the report: for the team alone, each layer by itself, always with the statement.
struct WindowWordsTests {
  private let knowledge: Knowledge
  private let parts: [ReviewPart]

  init() throws {
    knowledge = try Knowledge.bundled()
    parts = [.windows(try WindowFixture.shared.get())]
  }

  @Test func `a patient's report holds nothing of windows in any form`() throws {
    let forms = [
      try Fixture.html(parts, for: .patient), try Fixture.text(parts, for: .patient),
      try Fixture.json(parts, for: .patient).text(),
    ]
    let words = ["published peak", "Secret session", "brain", "windows", "ketamine"]
    for word in words {
      for form in forms { #expect(!form.lowercased().contains(word.lowercased()), "\(word)") }
    }
    let shown = try Fixture.text(parts, for: .clinician)
    let json = try Fixture.json(parts, for: .clinician).text()
    for word in words {
      #expect((shown + json).lowercased().contains(word.lowercased()), "\(word)")
    }
  }

  @Test func `the statement stands with each window`() throws {
    let statement = try #require(knowledge.windows?.statement)
    let text = try Fixture.text(parts, for: .clinician)
      .replacing("\n", with: " ").replacing(#/ +/#, with: " ")
    #expect(text.ranges(of: statement).count == 3)
    let json = try Fixture.json(parts, for: .clinician).text()
    #expect(json.ranges(of: statement).count == 4)
  }

  @Test func `each layer has its own section and its own picture`() throws {
    let page = try Fixture.html(parts, for: .clinician)
    for title in ["Antidepressant effect in human trials", "Biomarker in people", "Rodents"] {
      #expect(page.contains("<h3>\(title): "))
    }
    for layer in ["effect", "biomarker", "rodent"] {
      #expect(page.contains("id=\"windows-1-\(layer)-1\""))
      #expect(page.contains("chart-windows-1-\(layer)-1"))
    }
  }

  @Test func `a section says where it comes from and what was left out`() throws {
    let text = try Fixture.text(parts, for: .clinician)
      .replacing("\n", with: " ").replacing(#/ +/#, with: " ")
    #expect(text.contains("general knowledge, not yet second-read"))
    #expect(text.contains("Han, 2016"))
    #expect(text.contains("Not counted: 1 session ended early."))
    #expect(text.contains("Not counted, because broken off: a broken course."))
    #expect(text.contains("Not in the catalogue: <unknown>."))
    #expect(try Fixture.html(parts, for: .clinician).contains("&lt;unknown&gt;"))
  }

  @Test func `only researchers get the parameters and the points of the drawing`() throws {
    let researcher = try Fixture.json(parts, for: .researcher).text()
    let clinician = try Fixture.json(parts, for: .clinician).text()
    for word in ["\"logSigma\"", "\"drawing\"", "\"seed\"", "\"parameterSets\""] {
      #expect(researcher.contains(word) && !clinician.contains(word))
    }
  }

  @Test func `a level is written as words, never as a number`() throws {
    let json = try Fixture.json(parts, for: .researcher)
    guard case .string(let middle)? = json["parts"]?[0]?["effect"]?[0]?["level"]?["middle"] else {
      Issue.record("no level")
      return
    }
    #expect(middle.hasSuffix(" %"))
  }
}
