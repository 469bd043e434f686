import Accounts
import HTTPTypes
import Testing

@testable import Server

@Suite struct RouteTableTests {
  private func route(_ path: String) -> Route { Route(.get, path, .open) { _, _ in .page("") } }

  @Test func `two routes that answer the same requests are refused`() {
    #expect(throws: RouteTableError.repeated("GET /a/{y}/c")) {
      _ = try RouteTable([route("/a/{x}/c"), route("/a/{y}/c")])
    }
    #expect(throws: RouteTableError.badPath("a")) { _ = try RouteTable([route("a")]) }
    #expect(throws: RouteTableError.badPath("/a/")) { _ = try RouteTable([route("/a/")]) }
  }

  @Test func `one path answers every method it knows and names them otherwise`() async throws {
    try await TestServer.run { server in
      let port = server.port
      #expect(await ask(port, "DELETE", "/help")?["allow"] == "GET, HEAD, OPTIONS")
      #expect(await ask(port, "OPTIONS", "/sign-in")?["allow"] == "OPTIONS, POST")
      let head = try #require(await ask(port, "HEAD", "/help"))
      #expect(head.status == 200)
      #expect(head["content-length"] == "\("<p>Help is here.</p>".utf8.count)")
      #expect(head.body.isEmpty)
    }
  }

  @Test func `a closed door stays closed to whoever is not known`() async throws {
    try await TestServer.run { server in
      #expect(await ask(server.port, "GET", "/record")?.status == 401)
      #expect(await ask(server.port, "HEAD", "/record")?.status == 401)
    }
    try await TestServer.run(gatekeeper: EverybodyIsSignedIn()) { server in
      #expect(await ask(server.port, "GET", "/record")?.status == 200)
    }
  }
}
