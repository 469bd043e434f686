import Knowledge
import Testing

@Suite struct SafetyKnowledgeTests {
  let knowledge: Knowledge

  init() throws { knowledge = try Shipped.knowledge.get() }

  /// Words that reassure, call a risk low or promise that somebody watches.
  private static let forbidden = [
    "low risk", "no risk", "not at risk", "you are safe", "you're safe", "don't worry",
    "do not worry", "nothing to worry", "all is well", "everything is fine", "you are fine",
    "we are watching", "we will call", "will be monitored", "is monitored 24", "someone will",
    "somebody will", "your team will", "has been notified", "will be notified",
    "you have depression",
  ]

  private static func faults(_ text: String) -> [String] {
    forbidden.filter { text.lowercased().contains($0) }
  }

  @Test func `no safety text reassures, calls a risk low or promises that somebody watches`() {
    let texts =
      knowledge.safety.texts.values.map(\.text)
      + knowledge.safety.plan.flatMap { [$0.title, $0.prompt] }
      + knowledge.safety.rules.flatMap { [$0.title, $0.look] }
    #expect(texts.count > 50)
    for text in texts { #expect(Self.faults(text) == [], "\(text)") }
  }

  @Test(arguments: [
    "This is a low risk answer.", "Don't worry, you are safe.", "Our app is monitored 24/7.",
    "Your team will call you.",
  ])
  func `the check of the texts finds what it looks for`(text: String) {
    #expect(Self.faults(text) != [])
  }

  @Test func `a patient's text names no urgency, level, rule or dose`() {
    let words = ["urgen", "signal", "band", "rule", "dose", " mg", "screen", "level"]
    for text in knowledge.safety.texts.values where text.reader == .patient {
      for word in words { #expect(!text.text.lowercased().contains(word), "\(text.id): \(word)") }
    }
    for component in knowledge.safety.plan {
      for word in words { #expect(!component.prompt.lowercased().contains(word)) }
    }
  }

  @Test func `places of a text are filled in, and one without a value stays`() throws {
    let text = try knowledge.safety.text("after-self-harm-answer")
    let filled = text.filled(["emergency": "112"])
    #expect(filled.contains("call 112 now") && filled.contains("{crisisLine}"))
    #expect(throws: KnowledgeError.self) { try knowledge.safety.text("nobody-wrote-this") }
  }

  @Test func `every rule has readers, a source and a deadline of a source or the clinic's own`() {
    #expect(knowledge.safety.rules.count == 20)
    for rule in knowledge.safety.rules {
      #expect(!rule.readers.isEmpty && !rule.evidence.sources.isEmpty)
      if rule.evidence.sources.map(\.id) == ["house-rules"] {
        #expect(rule.deadline == .ownProtocol, "\(rule.id)")
      }
    }
    #expect(knowledge.safety.rule("mania-score")?.deadline == .ownProtocol)
    #expect(knowledge.safety.provenance?.reviewed == false)
  }

  @Test func `a positive answer about self-harm is for a responder, at once`() {
    for rule in knowledge.safety.rules where rule.urgency == .now {
      #expect(rule.topic == .safety && rule.readers.contains(.responder))
    }
    guard case .safetyItem(.positive) = knowledge.safety.rule("self-harm-answer")?.trigger else {
      Issue.record("the first rule is gone")
      return
    }
  }

  @Test func `medicines that rules name are in the catalogue`() {
    for rule in knowledge.safety.rules {
      guard case .afterStep(let after) = rule.trigger else { continue }
      for medicine in after.exceptions.keys {
        #expect(knowledge.medicines.medicines[medicine] != nil, "\(medicine)")
      }
    }
    for policy in knowledge.payerPolicies.values {
      for criterion in policy.criteria {
        guard case .notTaken(let names) = criterion.check else { continue }
        for name in names {
          #expect(
            knowledge.medicines.medicine(named: name) != nil
              || knowledge.treatment(named: name) != nil, "\(name)")
        }
      }
    }
  }

  @Test func `the plan has its seven components in their order, one of them optional`() {
    #expect(knowledge.safety.plan.map(\.place) == PlanComponent.Place.allCases)
    #expect(knowledge.safety.plan.filter(\.isOptional).map(\.place) == [.reasonsToLive])
  }

  @Test(arguments: [
    ("item: q12", "item: q99", "q99"), ("level: high", "level: purple", "purple"),
    ("instrument: asrm, atLeast: 6", "instrument: asrm, atLeast: 60", "asrm"),
    ("safetyItem: positive", "safetyItem: maybe", "positive, unknown"),
    ("topic: mania", "topic: weather", "weather"),
    ("instrument: moca", "instrument: mocca", "mocca"),
    ("deadline: sameDay", "deadline: someday", "someday"),
    ("means: electric-zaps", "means: hiccups", "no symptom"),
    ("readers: [responder, clinician]", "readers: []", "value is needed"),
    ("step: any", "step: sideways", "sideways"), ("atLeast: 5", "atLeast: 0", "points above 0"),
    ("id: mania-score-high", "id: mania-score", "mania-score"),
  ])
  func `a spoiled rule names file and fault`(right: String, wrong: String, said: String) throws {
    let document = try #require(
      Shipped.documents.get().first { $0.name == "safety/signals.yaml" })
    let text = document.text.replacing(right, with: wrong, maxReplacements: 1)
    #expect(text != document.text)
    let error = #expect(throws: KnowledgeError.self) {
      try Shipped.loading(KnowledgeDocument(name: document.name, text: text))
    }
    #expect(error?.document == document.name && error?.description.contains(said) == true)
  }
}
