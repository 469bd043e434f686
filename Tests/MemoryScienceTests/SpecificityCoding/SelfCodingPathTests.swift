import Foundation
import MemoryScience
import Testing

@Suite struct SelfCodingPathTests {
  @Test(arguments: [
    ([false], SpecificityCode.omission), ([true, false], .associate),
    ([true, true, true, true], .specific), ([true, true, true, false], .extended),
    ([true, true, false, true], .categoric), ([true, true, false, false], .extended),
  ])
  func `each path leads to its code`(answers: [Bool], code: SpecificityCode) throws {
    let path = try SelfCodingPath.standard()
    #expect(try path.step(after: answers) == .code(code))
    // One answer fewer is not yet a code, one more is refused.
    guard case .question = try path.step(after: Array(answers.dropLast())) else {
      Issue.record("the code was known before the last answer")
      return
    }
    #expect(throws: MemoryScienceError.self) { try path.step(after: answers + [true]) }
  }

  @Test func `every code can be reached`() throws {
    let path = try SelfCodingPath.standard()
    let codes = (0..<16).compactMap { bits -> SpecificityCode? in
      for length in 1...4 {
        let answers = (0..<length).map { bits >> $0 & 1 == 1 }
        if case .code(let code)? = try? path.step(after: answers) { return code }
      }
      return nil
    }
    #expect(Set(codes) == Set(SpecificityCode.allCases))
  }

  @Test func `a path is written as plain values and read back`() throws {
    let path = try SelfCodingPath.standard()
    let data = try JSONEncoder().encode(path)
    #expect(try JSONDecoder().decode(SelfCodingPath.self, from: data) == path)
    let text = String(decoding: data, as: UTF8.self)
    #expect(text.contains(#""no":{"code":"omission"}"#))
    let broken = text.replacing(#"{"code":"omission"}"#, with: #"{"question":"any"}"#)
    #expect(throws: (any Error).self) {
      try JSONDecoder().decode(SelfCodingPath.self, from: Data(broken.utf8))
    }
  }

  @Test func `paths that do not end or do not begin are refused`() {
    func question(_ id: String, _ yes: SelfCodingPath.Step) -> SelfCodingPath.Question {
      SelfCodingPath.Question(id: id, text: id, yes: yes, no: .code(.omission))
    }
    let wrong: [[SelfCodingPath.Question]] = [
      [], [question("a", .question("a"))], [question("a", .question("b"))],
      [question("a", .code(.specific)), question("b", .code(.specific))],
      [question("a", .question("b")), question("b", .question("a"))],
      [question("a", .code(.specific)), question("a", .code(.specific))],
    ]
    for questions in wrong {
      #expect(throws: MemoryScienceError.self) { try SelfCodingPath(questions: questions) }
    }
  }
}
