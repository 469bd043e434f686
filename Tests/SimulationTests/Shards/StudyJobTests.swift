import JSON
import Knowledge
import Testing

@testable import Simulation

@Suite struct StudyJobTests {
  private static let plan = KnowledgeDocument(
    name: "p.yaml",
    text: """
      plan: p
      title: A plan
      days: 8
      cohort: { leastTotal: 0 }
      treatments: [{ treatment: practice, from: 0 }]
      """)
  private static let people = 3 * Study.batchSize - 20

  private func job(shards: Int, seed: UInt32 = 1) throws(ShardError) -> StudyJob {
    try StudyJob(
      plans: [Self.plan], people: Self.people, seed: seed, shards: shards, engine: "test 1",
      in: .known)
  }

  /// All parts, each written and read again.
  private func parts(of job: StudyJob) throws -> [StudyPart] {
    try (0..<job.shards).map { shard in
      let part = try #require(try job.part(shard))
      return try StudyPart(json: JSONValue(parsing: part.json.text()))
    }
  }

  @Test func `one, seven and sixty-four shards find the same as the whole`() throws {
    let whole = try job(shards: 1)
    let tally = try whole.study.run(people: Self.people, seed: 1)
    for shards in [1, 7, 64] {
      let job = try job(shards: shards)
      let finding = try job.finding(of: parts(of: job).reversed())
      #expect(finding.tally == tally && !finding.isPartial, "\(shards) shards")
    }
    // Another seed is another result, so equality is worth something.
    #expect(try whole.study.run(people: Self.people, seed: 2) != tally)
  }

  @Test func `a job is read as it was written, and no other`() throws {
    let job = try job(shards: 7)
    let text = job.json.text()
    let read = { (text: String) throws in
      try StudyJob(json: JSONValue(parsing: text), engine: "test 1", in: .known)
    }
    #expect(try read(text) == job)
    for (old, new) in [
      ("\"seed\":1", "\"seed\":2"), ("\"shards\":7", "\"shards\":8"), ("days: 8", "days: 9"),
      ("\"people\"", "\"persons\""), ("test 1", "test 2"),
    ] {
      #expect(throws: ShardError.self, "\(old)") { try read(text.replacing(old, with: new)) }
    }
  }

  @Test func `parts that are missing, doubled, damaged or foreign are refused`() throws {
    let job = try job(shards: 3)
    let parts = try parts(of: job)
    let missing = #expect(throws: ShardError.self) { try job.finding(of: [parts[0], parts[2]]) }
    #expect(missing?.description == "1 of 3 parts are missing: 1; run these shards")
    #expect(throws: ShardError.part(0, "it comes twice; keep one")) {
      try job.finding(of: parts + [parts[0]])
    }
    let foreign = try self.job(shards: 3, seed: 9)
    #expect(throws: ShardError.self) { try foreign.finding(of: parts) }
    let text = parts[1].json.text()
    for (old, new) in [("\"screened\":", "\"screened\":1"), ("\"shard\":1", "\"shard\":2")] {
      #expect(throws: ShardError.self, "\(old)") {
        try StudyPart(json: JSONValue(parsing: text.replacing(old, with: new)))
      }
    }
  }

  @Test func `a shard that is stopped leaves no part`() throws {
    #expect(try job(shards: 1).part(0) { _ in false } == nil)
    #expect(throws: ShardError.self) { try job(shards: 2).part(2) }
    #expect(throws: ShardError.self) { try job(shards: 0) }
  }
}
