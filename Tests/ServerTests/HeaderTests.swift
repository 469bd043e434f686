import Testing

@testable import Server

@Suite struct HeaderTests {
  private static let expected = [
    "content-security-policy", "x-content-type-options", "referrer-policy", "x-frame-options",
    "cross-origin-opener-policy", "cross-origin-resource-policy", "permissions-policy",
    "cache-control",
  ]

  private func check(_ answer: Answer?, _ status: Int) throws {
    let answer = try #require(answer)
    #expect(answer.status == status)
    for name in Self.expected { #expect(answer[name] != nil, "\(status) has no \(name)") }
    #expect(answer["content-security-policy"]?.contains("default-src 'none'") == true)
    #expect(answer["content-security-policy"]?.contains("unsafe") == false)
    #expect(answer["server"] == nil)
    #expect(answer["strict-transport-security"] == nil)
    #expect((answer["cache-control"] == "no-store") == (answer["content-type"] != "text/css"))
  }

  @Test func `every answer carries the headers, whatever its status`() async throws {
    try await TestServer.run([.hostName: "localhost"]) { server in
      let port = server.port
      try check(await ask(port, "GET", "/help"), 200)
      try check(await ask(port, "GET", "/style.css"), 200)
      try check(await ask(port, "OPTIONS", "/help"), 204)
      try check(await ask(port, "HEAD", "/help"), 200)
      try check(await ask(port, "GET", "/record"), 401)
      try check(await ask(port, "GET", "/nothing"), 404)
      try check(await ask(port, "DELETE", "/help"), 405)
      try check(
        await ask(port, "POST", "/sign-in", body: String(repeating: "x", count: 1_001)), 413)
      try check(await ask(port, "GET", "/fault"), 500)
      try check(await ask(port, "TRACE", "/help"), 501)
      try check(await ask(port, "PROPFIND", "/help"), 501)
      try check(await ask(port, "POST", "/sign-in", "Origin: https://evil.example", body: "x"), 403)
      let raw = [
        (400, "GET /help HTTP/1.1\r\n\r\n"), (400, "GET /help HTTP/1.1\r\nHost : x\r\n\r\n"),
        (421, "GET /record HTTP/1.1\r\nHost: elsewhere\r\n\r\n"),
      ]
      for (status, text) in raw {
        let bytes = await onThread { () -> String? in
          let client = RawClient(port: port)
          client?.send(text)
          return client?.receiveToEnd()
        }
        try check(bytes.flatMap { Answer(Array($0.utf8)) }, status)
      }
    }
  }

  @Test func `a server out of order says so with the headers`() async throws {
    try await TestServer.run(diagnosis: "The disk is away.", isWell: false) { server in
      try check(await ask(server.port, "GET", "/anything"), 503)
      try check(await ask(server.port, "GET", "/readyz"), 503)
    }
  }

  @Test func `encryption is insisted on only where there is some`() async throws {
    try await TestServer.run([.trustedProxy: "127.0.0.1"]) { server in
      let plain = await ask(server.port, "GET", "/help", "X-Forwarded-Proto: http")
      #expect(plain?["strict-transport-security"] == nil)
      let secure = await ask(server.port, "GET", "/help", "X-Forwarded-Proto: https")
      #expect(secure?["strict-transport-security"]?.hasPrefix("max-age=31536000") == true)
    }
    // Whoever is no trusted proxy may say what they like.
    try await TestServer.run { server in
      let forged = await ask(server.port, "GET", "/help", "X-Forwarded-Proto: https")
      #expect(forged?.status == 200)
      #expect(forged?["strict-transport-security"] == nil)
    }
  }

  @Test func `programs get problems as JSON and people as a page with the way to help`()
    async throws
  {
    try await TestServer.run { server in
      let program = try #require(await ask(server.port, "GET", "/api/nothing"))
      #expect(program["content-type"] == "application/problem+json")
      #expect(program.text.contains("\"status\":404"))
      let id = try #require(program["x-request-id"])
      #expect(program.text.contains(id))
      let page = try #require(await ask(server.port, "GET", "/nothing"))
      #expect(page["content-type"] == "text/html; charset=utf-8")
      #expect(page.text.contains("href=\"/help\""))
    }
  }
}
