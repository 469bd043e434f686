import Testing

@testable import Server

/// Help is answered whatever has failed.
@Suite struct HelpTests {
  @Test func `help is there without records, without places and without names`() async throws {
    try await TestServer.run(
      [.hostName: "clinic.example", .requestRate: "1"], diagnosis: "The disk is away.",
      isWell: false
    ) { server in
      let port = server.port
      for _ in 0..<50 {
        let help = await ask(port, "GET", "/help")
        #expect(help?.status == 200)
        #expect(help?.text.contains("Help is here.") == true)
      }
      #expect(await ask(port, "GET", "/livez")?.status == 200)
      let ready = try #require(await ask(port, "GET", "/readyz"))
      #expect(ready.status == 503)
      #expect(ready.text.contains("\"finding\":\"no room\""))
      let other = try #require(await ask(port, "GET", "/anything"))
      #expect(other.status == 503)
      #expect(other.text.contains("The disk is away."))
      #expect(other.text.contains("href=\"/help\""))
    }
  }

  @Test func `help asks nobody who they are`() async throws {
    try await TestServer.run(gatekeeper: NobodyPasses()) { server in
      #expect(await ask(server.port, "GET", "/people/1")?.status == 401)
      #expect(await ask(server.port, "GET", "/help")?.status == 200)
    }
  }
}
