import Testing

@testable import Server

/// Which thread answers.
@Suite struct LoopChannelTests {
  private func place(_ port: Int, _ path: String, bytes: Int) async -> String? {
    let body = String(repeating: "x", count: bytes)
    return await ask(port, "POST", path, "Accept: */*", body: body)?.text
  }

  @Test func `only what is quick and small is answered by the thread that read it`() async throws {
    try await TestServer.run { server in
      for _ in 0..<4 {
        let quick = await place(server.port, "/quick", bytes: 10)
        #expect(quick?.contains("on the loop") == true)
        let large = await place(server.port, "/quick", bytes: 60_000)
        #expect(large?.contains("aside") == true)
        let thorough = await place(server.port, "/thorough", bytes: 10)
        #expect(thorough?.contains("aside") == true)
      }
    }
  }
}
