import Foundation
import HTTPTypes
import Hummingbird
import JSON
import Knowledge
import NIOCore
import PatientRecord
import Testing

@testable import Server

@Suite struct SentEntriesTests {
  private static let entry = """
    {"v":1,"id":"01990000-0000-7000-8000-000000000002","patient":"p1","author":{"kind":"patient"},\
    "occurred":{"day":"2026-03-29","zone":"Europe/Berlin"},"fact":{"note":{"text":"tea",\
    "audience":"everyone"}}}
    """

  private func read(_ text: String, type: String = "application/json") async throws -> SentEntries {
    var head = HTTPRequest(method: .post, scheme: nil, authority: "x", path: "/api/entries")
    head.headerFields[.contentType] = type
    return try await SentEntries(
      Request(head: head, body: RequestBody(buffer: ByteBuffer(string: text))))
  }

  @Test func `one entry, a list and lines give the same entries`() async throws {
    let one = try await read(Self.entry)
    let list = try await read("[\(Self.entry)]")
    let lines = try await read(Self.entry + "\n", type: "application/x-ndjson; charset=utf-8")
    #expect(one.entries.count == 1)
    #expect(one.entries == list.entries && list.entries == lines.entries)
    #expect(one.problem == nil && list.problem == nil && lines.problem == nil)
  }

  @Test func `what cannot be read is named by its place and not repeated`() async throws {
    let bad = Self.entry.replacing("everyone", with: "CANARY")
    let sent = try await read("[\(Self.entry),\(bad)]")
    let problem = try #require(sent.problem)
    #expect(problem.status == .unprocessableContent)
    #expect(problem.detail.hasPrefix("entry 2, fact.note.audience: "))
    #expect(!problem.detail.contains("CANARY"))
    #expect(sent.entries.count == 1, "help is looked for in those that can be read")
  }

  @Test(arguments: ["", "[]", "null", "[[]]", "{", "\"CANARY\"", "{\"v\":2}"])
  func `what holds no entry is a problem and no fault`(text: String) async throws {
    let sent = try await read(text)
    #expect(sent.problem?.status == .unprocessableContent)
    #expect(sent.problem?.detail.contains("CANARY") == false)
  }

  @Test func `more entries than one step takes are refused`() async throws {
    let lines = String(repeating: Self.entry + "\n", count: APIRoutes.entriesAtOnce + 1)
    let sent = try await read(lines, type: "application/x-ndjson")
    #expect(sent.problem?.status == .contentTooLarge)
  }

  @Test func `another type is refused before anything is read`() async throws {
    await #expect(throws: Problem.self) { try await read(Self.entry, type: "text/plain") }
  }
}

@Suite struct HelpFirstTests {
  private static func entry(_ lastAnswer: Int) -> String {
    """
    {"v":1,"id":"01990000-0000-7000-8000-000000000003","patient":"p1","author":{"kind":"patient"},\
    "occurred":{"day":"2026-03-29","zone":"Europe/Berlin"},"fact":{"response":{"instrument":"phq9",\
    "answers":{"q1":1,"q2":1,"q3":1,"q4":1,"q5":1,"q6":1,"q7":1,"q8":1,"q9":\(lastAnswer)},\
    "rater":"selfReport","mode":"here"}}}
    """
  }

  private func refused(_ body: String, type: String = "application/json") async throws -> Problem {
    var head = HTTPRequest(method: .post, scheme: nil, authority: "x", path: "/api/entries")
    head.headerFields[.contentType] = type
    let request = Request(head: head, body: RequestBody(buffer: ByteBuffer(string: body)))
    let first = HelpFirst(knowledge: try Knowledge.bundled())
    return try #require(await first.adding(to: Problem.signInFirst, after: request) as? Problem)
  }

  @Test func `a refusal of an answer about self-harm brings help`() async throws {
    let problem = try await refused(Self.entry(1))
    #expect(problem.status == .unauthorized)
    #expect(problem.help != nil)
  }

  @Test func `a refusal of anything else is as it was`() async throws {
    #expect(try await refused(Self.entry(0)) == .signInFirst)
    #expect(try await refused("{") == .signInFirst)
    #expect(try await refused(Self.entry(1), type: "text/plain") == .signInFirst)
    let long = Self.entry(1) + String(repeating: " ", count: HelpFirst.refusedBody)
    #expect(try await refused(long) == .signInFirst)
  }
}
