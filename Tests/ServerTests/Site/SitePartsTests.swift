import Accounts
import Hummingbird
import Knowledge
import Pages
import Testing
import Time

@testable import Server

@Suite struct SitePartsTests {
  @Test func `a text of any kind is one part of a path`() {
    #expect(PathPart.of("p-01ab_Z") == "p-01ab_Z")
    for text in ["../x", "a/b", "a?b", "a#b", "a b", "\r\nX: y", ".", "..", "é", "%2f"] {
      let part = PathPart.of(text)
      #expect(part.utf8.allSatisfy { Character(UnicodeScalar($0)).isASCII })
      #expect(!part.contains { "/?#. \r\n".contains($0) }, "\(text)")
      #expect(FormFields("x=\(part)")["x"] == text)
    }
  }

  @Test func `whoever proves who they are is led to a place of this site`() {
    let asked = [
      "//x.invalid", "https://x.invalid", "/account/second-step", "/sharing", "/admin/teams/1",
      "/people/1", "",
    ]
    let places = asked.map { ProofPlace(asked: $0) }
    #expect(places == [.account, .account, .factor, .sharing, .admin, .people, .account])
    for place in places {
      #expect(place.path.hasPrefix("/") && !place.path.hasPrefix("//"))
      #expect(ProofPlace(rawValue: String(place.proof.split(separator: "/").last ?? "")) == place)
    }
    #expect(ProofPlace(rawValue: "https://x.invalid") == nil)
  }

  @Test func `an address can name what was done and nothing else`() {
    #expect(Done(rawValue: "password")?.words == "Your password is changed.")
    #expect(Done(rawValue: "Call this number") == nil)
  }

  @Test func `times to wait are said as people say them`() {
    #expect(
      [0, 1, 2, 119, 120, 121, 3_600].map(Moments.again(seconds:)) == [
        "in a second", "in a second", "in 2 seconds", "in 119 seconds", "in 2 minutes",
        "in 3 minutes", "in 60 minutes",
      ])
  }

  @Test func `moments are written as the clocks there show them`() throws {
    let instant = try #require(Instant("2026-11-22T23:05:09Z"))
    #expect(Moments(zone: .utc).text(instant) == "22 Nov 2026, 23:05")
    let zone = try #require(Zone("Europe/Berlin"))
    #expect(Moments(zone: zone).text(instant) == "23 Nov 2026, 00:05")
  }

  @Test func `errors stand beside the field that mends them`() {
    #expect(AccountsError.weakPassword(.tooShort).problem() == .shortPassword(minimum: 12))
    #expect(AccountsError.wrongCredentials.problem(wrong: .wrongSignIn) == .wrongSignIn)
    #expect(
      AccountsError.delayed(seconds: 30).problem() == .tooManyTries(again: "in 30 seconds"))
    #expect(AccountsError.emailTaken.problem()?.field == .email)
    for error in [AccountsError.deadLink, .signedOut, .proofNeeded, .refused(.role)] {
      #expect(error.problem() == nil)
    }
  }

  @Test func `addresses are written so that they are read as the same`() throws {
    for text in ["127.0.0.1", "2001:db8::1", "::1", "fe80::a:b"] {
      let address = try #require(ClientAddress(text))
      #expect(ClientAddress(address.text) == address)
    }
    #expect(ClientAddress.unknown.text.isEmpty)
  }

  @Test func `help has a page for every country and for one that is not known`() throws {
    let desk = HelpDesk(knowledge: try Knowledge.bundled())
    #expect(desk.text(for: "DE") != desk.text(for: "everywhere"))
    #expect(desk.text(for: "<script>") == desk.text(for: "everywhere"))
    #expect(desk.text(for: "everywhere").contains("href=\"/help/de\""))
  }

  @Test func `help is told where the site is not`() async throws {
    try await TestServer.run(diagnosis: "The disk is away.") { server in
      let sheet = await ask(server.port, "GET", Asset.style.path)
      #expect(sheet?.status == 200)
      #expect(sheet?.text.contains(".bar .now") == true)
      #expect(await ask(server.port, "GET", "/help/de")?.status == 200)
    }
  }
}
