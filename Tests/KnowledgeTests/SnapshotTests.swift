import Knowledge
import Testing

@Suite struct SnapshotTests {
  @Test func `knowledge from a snapshot is that from YAML`() throws {
    let documents = try Shipped.documents.get()
    let written = try KnowledgeSnapshot(of: documents).bytes
    let snapshot = try #require(KnowledgeSnapshot(bytes: written))
    let attached = documents.map(snapshot.attached)
    #expect(attached.allSatisfy { $0.isFromSnapshot })
    let shipped = try Shipped.knowledge.get()
    #expect(try Knowledge(documents: attached) == shipped)
  }

  @Test func `one byte of YAML that differs is read from the YAML`() throws {
    let snapshot = try KnowledgeSnapshot(of: Samples.documents())
    let changed = Samples.documents(replacing: "score: 2,", with: "score: 1,")
    let attached = changed.map(snapshot.attached)
    let parsed = attached.filter { !$0.isFromSnapshot }
    #expect(parsed.map { $0.name } == ["mini.yaml"])
    let knowledge = try Knowledge(documents: attached)
    let (from, before) = (
      try Knowledge(documents: changed), try Knowledge(documents: Samples.documents())
    )
    #expect(knowledge == from && knowledge != before)
  }

  @Test func `an error in a document of a snapshot names the same place`() throws {
    let documents = Samples.documents(replacing: "score: 2,", with: "scroe: 2,")
    let snapshot = try KnowledgeSnapshot(of: documents)
    let error = #expect(throws: KnowledgeError.self) {
      try Knowledge(documents: documents.map(snapshot.attached))
    }
    #expect(error?.line == 44 && error?.field == "remission.scroe")
  }

  @Test func `a snapshot is the same whatever the order of its documents`() throws {
    let documents = Samples.documents()
    let reversed = try KnowledgeSnapshot(of: documents.reversed())
    #expect(try KnowledgeSnapshot(of: documents).bytes == reversed.bytes)
  }

  @Test func `a damaged snapshot is refused wherever it is damaged`() throws {
    let bytes = try KnowledgeSnapshot(of: [Samples.sources]).bytes
    try #require(KnowledgeSnapshot(bytes: bytes) != nil)
    for index in bytes.indices {
      var damaged = bytes
      damaged[index] ^= 0x10
      #expect(KnowledgeSnapshot(bytes: damaged) == nil)
      #expect(KnowledgeSnapshot(bytes: Array(bytes[..<index])) == nil)
    }
    #expect(KnowledgeSnapshot(bytes: bytes + [0]) == nil)
  }
}
