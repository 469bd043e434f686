import Care
import HTML
import Knowledge
import Pages
import Testing

/// What holds for every page that the site shows.
struct SiteTests {
  @Test func `every page keeps the rules of the site`() throws {
    for (name, page) in try SitePages.all() {
      #expect(SiteRules.faults(in: page) == [], "\(name)")
    }
  }

  @Test func `a report on the site keeps the rules of the site`() throws {
    let parts = try Fixture.everything(try .bundled())
    for audience in [Audience.patient, .clinician, .researcher] {
      #expect(SiteRules.faults(in: try Fixture.site(parts, for: audience)) == [])
    }
  }

  @Test(arguments: [
    ("<main", "<script>1</script><main"), ("<main", "<p style=\"color: red\"></p><main"),
    ("<main", "<p onclick=\"go()\"></p><main"), ("<main", "<p class=plain></p><main"),
    ("href=\"/password\"", "href=\"javascript:go()\""), (" – Anamnesis", ": depression"),
    ("href=\"/help\"", "href=\"/elsewhere\""), ("method=\"post\"", "method=\"get\""),
    ("name=\"form-token\"", "name=\"other\""), ("<label for=\"email\">", "<label>"),
    (" id=\"password\"", " id=\"email\""), ("autocomplete=\"username\"", ""),
    ("type=\"password\"", "type=\"password\" value=\"secret\""), ("</main>", ""),
  ])
  func `a page that breaks a rule is found`(sound: String, broken: String) {
    let page = SitePages.signIn["sign-in-wrong"] ?? ""
    #expect(SiteRules.faults(in: page) == [])
    let bad = page.replacing(sound, with: broken)
    #expect(bad != page)
    #expect(SiteRules.faults(in: bad) != [])
  }

  @Test func `what was typed comes back as text, a password never`() {
    let typed = SitePages.hostile
    let pages = [
      SignInPage(SitePages.outside, email: typed, problems: [.wrongSignIn]).html,
      PersonPage(
        SitePages.outside, occasion: .ownAccount, name: typed, email: typed,
        problems: [.other(.name, typed)]
      ).html,
      UnsentPage(
        SitePages.inside, action: "/people/1/notes",
        fields: [.about: typed, .note: typed, .reason: typed, .text: typed]
      ).html,
      OwnNotePage(
        SitePages.inside, person: typed, when: typed, text: typed, notes: "/people/1/notes",
        form: OwnNoteForm(action: "/people/1/notes", note: "1", text: typed)
      ).html,
      EmergenciesPage(
        SitePages.inside,
        rows: [
          .init(id: typed, when: typed, who: typed, record: typed, reason: typed, reviewed: nil)
        ]
      ).html,
      NewAccountPage(
        SitePages.outside, occasion: .invited(role: typed), action: "/invitation/token",
        name: typed, email: typed, minimumPassword: 12
      ).html,
      SpecialAccessPage(SitePages.inside, person: typed, reason: typed).html,
      AccessesPage(
        SitePages.inside, rows: [.init(when: typed, who: typed, what: typed, why: typed)]
      ).html,
      AccountPage(
        SitePages.inside, name: typed, email: typed, secondStep: .off,
        sessions: [.init(id: typed, device: typed, lastUsed: typed, isThis: false)]
      ).html,
      DiagnosisPage(findings: [typed], steps: [typed]).html,
    ]
    for page in pages {
      #expect(!page.contains("<script"))
      #expect(page.contains("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39;"))
      #expect(SiteRules.faults(in: page) == [])
    }
  }

  @Test func `a problem leads to its field and says so in the title`() throws {
    let page = try #require(SitePages.signIn["invitation-wrong"])
    #expect(page.contains("<title>Problem: New account – Anamnesis</title>"))
    #expect(page.contains("<a href=\"#newPassword\">Please choose at least 12 characters.</a>"))
    #expect(page.contains("aria-describedby=\"newPassword-hint newPassword-problem\""))
  }

  @Test func `a form that could not be taken can be sent once more, where that may help`() {
    let reload = "Reload this page to send once more what you wrote"
    let page = { ErrorPage(SitePages.outside, status: $0, sent: $1).html }
    for status in [408, 429, 500, 503, 507] {
      #expect(page(status, .form).contains(reload))
      #expect(!page(status, nil).contains(reload))
    }
    for status in [400, 403, 404, 413] { #expect(!page(status, .form).contains(reload)) }
    #expect(page(403, .oldForm).contains("The page was open for too long"))
  }

  @Test func `a file of its own needs no network, and a page of the site no style of its own`()
    throws
  {
    let parts = try Fixture.nothing()
    let file = try Fixture.html(parts, for: .patient)
    let site = try Fixture.site(parts, for: .patient)
    #expect(file.contains("<style>") && !file.contains("<link "))
    #expect(site.contains("<link rel=\"stylesheet\" href=\"\(Asset.style.path)\">"))
    #expect(!site.contains("<style>"))
    #expect(
      WebStyle.sheet.contains("--help-edge: #a63f0b") && WebStyle.sheet.contains(".chart svg"))
  }

  @Test func `the end of a session is announced at least a minute before`() {
    for minutes in 3...90 {
      let visit = Visit(
        csrf: "", isSignedIn: true, sessionEnd: .init(idleMinutes: minutes, at: "9:00"))
      let page = StayPage(visit).html
      let after = page.firstMatch(of: #/after-([0-9]+)"/#).flatMap { Int($0.output.1) } ?? 999
      #expect(after < minutes - 1 || minutes == 3)
      #expect(after < minutes)
      #expect(WebStyle.sheet.contains(".after-\(after) { animation-delay: \(after * 60)s; }"))
    }
  }
}
