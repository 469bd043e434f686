import Testing

@testable import Server

/// What another site can make a browser send, case by case.
@Suite struct CrossSiteTests {
  struct Case: CustomTestStringConvertible {
    let name: String
    let headers: [String]
    var isSignedIn = true
    var method = "POST"
    var body = "form-token=\(EverybodyIsSignedIn.token)"
    let status: Int
    var testDescription: String { name }
  }

  private static let form = "Content-Type: application/x-www-form-urlencoded"
  private static let own = "Origin: http://clinic.test"

  static let cases: [Case] = [
    Case(name: "own page", headers: [form, own, "Sec-Fetch-Site: same-origin"], status: 200),
    Case(name: "own page of an old browser", headers: [form], status: 200),
    Case(name: "typed by the person", headers: [form, "Sec-Fetch-Site: none"], status: 200),
    Case(name: "other site", headers: [form, "Origin: https://evil.example"], status: 403),
    Case(name: "other site, by fetch", headers: [form, "Sec-Fetch-Site: cross-site"], status: 403),
    Case(name: "sister site", headers: [form, "Sec-Fetch-Site: same-site"], status: 403),
    Case(name: "no origin (sandbox)", headers: [form, "Origin: null"], status: 403),
    Case(
      name: "own name, other scheme", headers: [form, "Origin: https://clinic.test"], status: 403),
    Case(
      name: "own name, other port", headers: [form, "Origin: http://clinic.test:81"], status: 403),
    Case(
      name: "name that begins alike", headers: [form, "Origin: http://clinic.test.evil"],
      status: 403),
    Case(name: "no token", headers: [form, own], body: "a=b", status: 403),
    Case(name: "empty token", headers: [form, own], body: "form-token=", status: 403),
    Case(
      name: "wrong token", headers: [form, own], body: "form-token=tokem-of-the-session",
      status: 403),
    Case(
      name: "token cut off", headers: [form, own], body: "form-token=token-of-the", status: 403),
    Case(
      name: "token twice, the first wrong", headers: [form, own],
      body: "form-token=x&form-token=\(EverybodyIsSignedIn.token)", status: 403),
    Case(
      name: "token in a header", headers: ["X-CSRF-Token: \(EverybodyIsSignedIn.token)"],
      body: "{}",
      status: 200),
    Case(name: "wrong token in a header", headers: ["X-CSRF-Token: x"], status: 403),
    Case(name: "token in plain text", headers: ["Content-Type: text/plain", own], status: 403),
    Case(
      name: "nobody signed in", headers: [form, own], isSignedIn: false, body: "a=b", status: 200),
    Case(
      name: "nobody signed in, other site", headers: [form, "Origin: https://evil.example"],
      isSignedIn: false, body: "a=b", status: 403),
  ]

  @Test func `changes come from the person's own page with the session's token`() async throws {
    for isSignedIn in [true, false] {
      let gate: any Gatekeeper = isSignedIn ? EverybodyIsSignedIn() : OpenDoorsOnly()
      try await TestServer.run(gatekeeper: gate) { server in
        for item in Self.cases where item.isSignedIn == isSignedIn {
          let status = await send(item, to: server.port)
          #expect(status == item.status, "\(item.name)")
        }
      }
    }
  }

  private func send(_ item: Case, to port: Int) async -> Int? {
    let lines =
      ["\(item.method) /form HTTP/1.1", "Host: clinic.test"] + item.headers
      + ["Content-Length: \(item.body.utf8.count)", "", item.body]
    return await onThread {
      let client = RawClient(port: port)
      client?.send(lines.joined(separator: "\r\n"))
      return client?.receiveAnswer()?.status
    }
  }

  @Test func `fields of a form are read as browsers write them`() {
    let fields = FormFields("a=1&b=two+words&c=%C3%A4%2B&d&=e&f=%zz&g=%C3&a=2")
    #expect(fields["a"] == "1")
    #expect(fields.all("a") == ["1", "2"])
    #expect(fields["b"] == "two words")
    #expect(fields["c"] == "ä+")
    #expect(fields["d"] == "")
    #expect(fields["f"] == nil)
    #expect(fields["g"] == nil)
  }
}
