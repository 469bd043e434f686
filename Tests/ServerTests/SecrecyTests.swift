import Testing

@testable import Server

@Suite struct SecrecyTests {
  @Test func `nothing of a request reaches log, figures or errors`() async throws {
    try await TestServer.run(gatekeeper: EverybodyIsSignedIn()) { server in
      let port = server.port
      let token = "X-CSRF-Token: \(EverybodyIsSignedIn.token)"
      let answers = [
        await ask(
          port, "GET", "/people/CANARY?name=CANARY", "Cookie: CANARY", "User-Agent: CANARY"),
        await ask(port, "GET", "/nothing/CANARY?x=CANARY"),
        await ask(port, "POST", "/api/CANARY", "Authorization: Bearer CANARY", body: "CANARY"),
        await ask(port, "GET", "/fault?CANARY"),
        await ask(port, "PROPFIND", "/help?CANARY"),
        await ask(port, "POST", "/answers", "Origin: http://CANARY", body: "CANARY"),
      ]
      for answer in answers {
        let answer = try #require(answer)
        #expect(!answer.text.contains("CANARY"))
        #expect(!answer.headers.contains { $0.value.contains("CANARY") })
      }
      // The search finds what is there.
      let echo = await ask(port, "POST", "/api/echo", token, body: "CANARY")
      #expect(echo?.text == "CANARY")
      let figures = await server.metrics.text()
      #expect(!figures.contains("CANARY"))
      #expect(figures.contains("route=\"/people/{person}\",method=\"GET\",code=\"200\""))
      #expect(figures.contains("method=\"other\""))
      let log = server.log.text
      #expect(!log.contains("CANARY"))
      #expect(!log.contains("127.0.0.1, "))
      #expect(log.contains("\"route\":\"/people/{person}\""))
      #expect(log.contains("\"kind\":\"SecretFault\""))
      #expect(log.contains("\"actor\":\"07070707070707070707070707070707\""))
      #expect(!log.contains(EverybodyIsSignedIn.token))
    }
  }

  @Test func `each line of the log is one object with its moment`() async throws {
    try await TestServer.run { server in
      _ = await ask(server.port, "GET", "/help")
      let lines = server.log.text.split(separator: "\n")
      #expect(!lines.isEmpty)
      for line in lines {
        #expect(line.hasPrefix("{\"time\":\"2026-09-21T"))
        #expect(line.hasSuffix("}"))
      }
    }
  }

  @Test func `what is redacted cannot be printed`() {
    let name = Redacted("CANARY")
    var dumped = ""
    dump(name, to: &dumped)
    for text in [
      "\(name)", String(describing: name), String(reflecting: name), dumped, "\([name])",
    ] {
      #expect(!text.contains("CANARY"))
    }
    #expect(name.value == "CANARY")
  }
}
