import Foundation
import MemoryScience
import Testing

@Suite struct DecodingTests {
  @Test(arguments: [
    #"{"kind":"ascending","trials":2,"first":1,"shortest":5,"longest":3}"#,
    #"{"kind":"ascending","trials":2,"first":4,"shortest":5,"longest":9}"#,
    #"{"kind":"staircase","trials":0,"first":3,"shortest":3,"longest":9}"#,
  ])
  func `a rule out of order is refused when it is read`(_ text: String) {
    #expect(throws: MemoryScienceError.self) {
      try JSONDecoder().decode(SpanRule.self, from: Data(text.utf8))
    }
  }

  @Test(arguments: [
    #"{"anticipation":-1,"slowest":10,"lapse":0.5}"#, #"{"anticipation":2,"slowest":1,"lapse":3}"#,
    #"{"anticipation":0.2,"slowest":10,"lapse":0.1}"#,
  ])
  func `limits out of order are refused when they are read`(_ text: String) {
    #expect(throws: MemoryScienceError.self) {
      try JSONDecoder().decode(ResponseTimeRules.self, from: Data(text.utf8))
    }
  }

  @Test(arguments: [
    #"{"task":"corsi","form":0,"seed":1,"version":1}"#,
    #"{"task":"corsi","form":1,"seed":-1,"version":1}"#,
    #"{"task":"corsi","form":10001,"seed":1,"version":1}"#,
  ])
  func `a key outside its range is refused when it is read`(_ text: String) {
    #expect(throws: MemoryScienceError.self) {
      try JSONDecoder().decode(DesignKey.self, from: Data(text.utf8))
    }
  }

  @Test func `what was written is read again`() throws {
    func again<Value: Codable>(_ value: Value) throws -> Value {
      try JSONDecoder().decode(Value.self, from: try JSONEncoder().encode(value))
    }
    let rule = try SpanRule(kind: .staircase, trials: 8, first: 3, shortest: 2, longest: 9)
    #expect(try again(rule) == rule)
    let rules = try ResponseTimeRules(anticipation: 0.1, slowest: 3, lapse: 1)
    #expect(try again(rules) == rules)
    let key = try DesignKey(task: .nBack, form: 2, seed: DesignKey.greatestSeed)
    #expect(try again(key) == key)
    let later = #"{"task":"corsi","form":1,"seed":1,"version":2}"#
    #expect(try JSONDecoder().decode(DesignKey.self, from: Data(later.utf8)).version == 2)
  }
}
