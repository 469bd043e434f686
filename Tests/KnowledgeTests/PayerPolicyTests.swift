import Knowledge
import Testing
import Time

@Suite struct PayerPolicyTests {
  let document: KnowledgeDocument

  init() throws {
    document = try #require(Shipped.documents.get().first { $0.name == "payers/cp-bh-200.yaml" })
  }

  private func policy(from: String, to: String) throws -> PayerPolicy {
    let text = document.text.replacing("validFrom: null", with: "validFrom: \(from)")
      .replacing("validTo: null", with: "validTo: \(to)")
    let knowledge = try Shipped.loading(KnowledgeDocument(name: document.name, text: text))
    return try #require(knowledge.payerPolicies["cp-bh-200"])
  }

  private func day(_ text: String) throws -> Day { try #require(Day(text)) }

  @Test func `a policy is in force between its days, and says when it is not`() throws {
    let policy = try policy(from: "2026-01-01", to: "2026-12-31")
    #expect(try policy.standing(on: day("2025-12-31")) == .notYetInForce(from: day("2026-01-01")))
    #expect(try policy.standing(on: day("2026-01-01")) == .inForce)
    #expect(try policy.standing(on: day("2026-12-31")) == .inForce)
    #expect(try policy.standing(on: day("2027-01-01")) == .outOfDate(since: day("2026-12-31")))
  }

  @Test func `without a first day nothing is said to be in force`() throws {
    #expect(
      try policy(from: "null", to: "null").standing(on: day("2026-06-01")) == .datesNotRecorded)
    #expect(
      try policy(from: "null", to: "2026-05-31").standing(on: day("2026-06-01"))
        == .outOfDate(since: day("2026-05-31")))
    #expect(
      try policy(from: "2026-01-01", to: "null").standing(on: day("2030-01-01")) == .inForce)
  }

  @Test func `a review that is overdue is said`() throws {
    let policy = try policy(from: "null", to: "null")
    #expect(!policy.isReviewOverdue(on: policy.provenance.reviewBy))
    #expect(policy.isReviewOverdue(on: policy.provenance.reviewBy.advanced(by: 1)))
  }

  @Test func `no shipped policy claims a day that no source gave`() throws {
    let policies = try Shipped.knowledge.get().payerPolicies.values
    #expect(policies.count == 6)
    for policy in policies {
      #expect(policy.validFrom == nil && !policy.provenance.reviewed)
      #expect(policy.provenance.jurisdiction == ["US"])
      #expect(policy.evidence.note != nil)
    }
  }

  @Test(arguments: [
    ("kind: notTaken", "kind: notLiked", "notLiked"), ("atLeast: 2", "atLeast: 0", "from 1 to 20"),
    ("instrument: phq9", "instrument: phq", "phq"), ("atLeast: 15", "atLeast: 28", "phq9"),
    ("id: adult", "id: scale", "scale"), ("names: [bipolar-disorder]", "name: x", "name"),
  ])
  func `a spoiled policy names file and fault`(right: String, wrong: String, said: String) throws {
    let text = document.text.replacing(right, with: wrong, maxReplacements: 1)
    #expect(text != document.text)
    let error = #expect(throws: KnowledgeError.self) {
      try Shipped.loading(KnowledgeDocument(name: document.name, text: text))
    }
    #expect(error?.document == document.name && error?.description.contains(said) == true)
  }

  @Test func `a last day before the first is refused`() {
    #expect(throws: KnowledgeError.self) { try policy(from: "2026-02-01", to: "2026-01-01") }
  }
}
