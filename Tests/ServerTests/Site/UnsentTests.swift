import Knowledge
import Pages
import PatientRecord
import Testing
import Vault

@testable import Accounts
@testable import Server

/// Words that are sent after their session has ended.
@Suite struct UnsentTests {
  private static let words = "CANARY first line\r\n\r\n  <b>second</b> & third + é"

  /// A clinician of a patient, and a colleague.
  private struct People {
    let ash: Practice.Someone
    let bo: Practice.Someone
    let notes: String

    init(_ practice: Practice) async throws {
      let admin = try await practice.admin()
      ash = try await practice.clinician("ash", by: admin)
      bo = try await practice.clinician("bo", by: admin)
      let patient = try await practice.patient("robin", by: ash).patient
      notes = OwnNoteRoutes.notes(on: patient ?? "")
    }
  }

  private static func signIn(
    _ browser: inout Browser, _ name: String, _ code: String
  ) async -> [String] {
    var pages: [String] = []
    let fields = ["email": "\(name)@example.org", "password": Practice.password]
    await browser.send("/sign-in", fields)
    pages.append(browser.page)
    await browser.send("/sign-in/code", ["recoveryCode": code])
    return pages + [browser.page]
  }

  @Test func `a note that comes after its session comes back to its writer, and is kept once`()
    async throws
  {
    let practice = try await Practice()
    let people = try await People(practice)
    try await TestServer.run(practice: practice) { server in
      var browser = Browser(server.port, session: people.ash.token.text)
      await browser.open(people.notes)
      #expect(browser.status == 200)
      practice.clock.go(seconds: 16 * 60)
      await browser.send(people.notes, ["text": Self.words])
      #expect(browser.status == 401 && browser.session == nil)
      #expect(browser.hidden["unsent"] != nil && !browser.page.contains("CANARY"))

      await browser.send("/sign-in", ["email": "ash@example.org", "password": "wrong words here"])
      #expect(browser.status == 422 && browser.hidden["unsent"] != nil)
      let pages = await Self.signIn(&browser, "ash", people.ash.recoveryCodes[0])
      #expect(!pages[0].contains("CANARY"))
      #expect(
        pages[1].contains("CANARY first line\r\n\r\n  &lt;b&gt;second&lt;/b&gt; &amp; third + é"))
      #expect(pages[1].contains("Your notes on robin"))
      #expect(pages[1].contains("action=\"\(people.notes)\""))
      for _ in 0..<2 {
        await browser.send(people.notes, ["text": Self.words], hidden: browser.hidden(in: pages[1]))
        #expect(browser.status == 303)
      }
      await browser.open(people.notes)
      #expect(browser.page.matches(of: #/Note of/#).count == 1)
      #expect(!server.log.text.contains("CANARY"))
    }
  }

  @Test func `whoever else signs in on that page sees nothing of it`() async throws {
    let practice = try await Practice()
    let people = try await People(practice)
    try await TestServer.run(practice: practice) { server in
      var browser = Browser(server.port, session: people.ash.token.text)
      await browser.open(people.notes)
      practice.clock.go(seconds: 16 * 60)
      await browser.send(people.notes, ["text": Self.words])
      #expect(browser.hidden["unsent"] != nil)
      let pages = await Self.signIn(&browser, "bo", people.bo.recoveryCodes[0])
      #expect(browser.status == 303 && pages.allSatisfy { !$0.contains("CANARY") })
      await browser.open("/")
      #expect(browser.page.contains("Hello, bo") && !browser.page.contains("CANARY"))
    }
  }

  @Test func `whoever signed in again elsewhere gets the words at once, and nobody else does`()
    async throws
  {
    let practice = try await Practice()
    let people = try await People(practice)
    try await TestServer.run(practice: practice) { server in
      var browser = Browser(server.port, session: people.ash.token.text)
      await browser.open(people.notes)
      let old = browser.hidden
      // Another session of the same account: the token of the form is an old one.
      let again = try await practice.installation.accounts.signIn(
        Credentials(
          email: "ash@example.org", password: Practice.password,
          code: people.ash.recoveryCodes[1], device: "Test"), from: "192.0.2.7")
      var other = Browser(server.port, session: again.token.text)
      await other.send(people.notes, ["text": Self.words], hidden: old)
      #expect(other.status == 422 && other.page.contains("CANARY"))
      #expect(other.hidden["form-token"] != nil && other.hidden["form-token"] != old["form-token"])
      await other.send(people.notes, ["text": Self.words])
      #expect(other.status == 303)

      var colleague = Browser(server.port, session: people.bo.token.text)
      await colleague.send("/people/new", ["name": "CANARY"], hidden: old)
      #expect(colleague.status == 403 && !colleague.page.contains("CANARY"))
      #expect(colleague.page.contains("The page was open for too long"))
    }
  }

  @Test func `what another site sends, names no owner or was altered brings nothing back`()
    async throws
  {
    let practice = try await Practice()
    let people = try await People(practice)
    try await TestServer.run(practice: practice) { server in
      var browser = Browser(server.port, session: people.ash.token.text)
      await browser.open(people.notes)
      let hidden = browser.hidden
      practice.clock.go(seconds: 16 * 60)
      let foreign = await ask(
        server.port, "POST", people.notes, "Origin: https://elsewhere.example",
        "Content-Type: application/x-www-form-urlencoded",
        body: "form-owner=\(hidden["form-owner"] ?? "")&text=x")
      #expect(foreign?.status == 403 && foreign?.text.contains("unsent") == false)
      // This is what every form was before it named its owner: the words are gone.
      await browser.send(
        people.notes, ["text": Self.words], hidden: hidden.filter { $0.key != "form-owner" })
      #expect(browser.status == 401 && browser.hidden["unsent"] == nil)
      for unsent in ["x", "AAAA", String(repeating: "A", count: 200)] {
        let sent = try await practice.installation.accounts.open(
          unsent: Base64URL.bytes(of: unsent) ?? [], for: people.ash.id)
        #expect(sent == nil)
      }
    }
  }

  @Test func `passwords and codes are not kept, whatever form they came in`() throws {
    let fields = "form-owner=a&person=p-1&reason=why&password=CANARY&code=CANARY&newPassword=CANARY"
    let form = try #require(UnsentForm(FormFields(fields), sentTo: "/people/special-access"))
    #expect(!String(decoding: form.bytes, as: UTF8.self).contains("CANARY"))
    let read = try #require(UnsentForm(form.bytes))
    #expect(read.fields == [.person: "p-1", .reason: "why"])
    #expect(read.asksPassword && read.action == "/people/special-access")
    #expect(UnsentForm(FormFields(fields), sentTo: "//elsewhere.example") == nil)
    #expect(UnsentForm(Array("{}".utf8)) == nil && UnsentForm([0xFF]) == nil)
  }
}
