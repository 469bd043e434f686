import PatientRecord
import Testing

@testable import Accounts
@testable import Server

/// What people and programs are answered when the store is full, has stopped, or does not know.
@Suite struct StoreFaultTests {
  private static func entry(_ person: Practice.Someone, _ number: Int, last: Int = 0) -> String {
    """
    {"v":1,"id":"01990000-0000-7000-8000-00000000000\(number)",\
    "patient":"\(person.patient?.rawValue ?? "")","author":{"kind":"patient"},\
    "occurred":{"day":"2026-03-29","zone":"Europe/Berlin"},"fact":{"response":{\
    "instrument":"phq9","rater":"selfReport","mode":"here","answers":{"q1":1,"q2":1,"q3":1,"q4":1,\
    "q5":1,"q6":1,"q7":1,"q8":1,"q9":\(last)}}}}
    """
  }

  private func post(_ port: Int, _ person: Practice.Someone, _ body: String) async -> Answer? {
    await ask(
      port, "POST", "/api/entries", person.header, "Content-Type: application/json", body: body)
  }

  @Test func `a full store stops storing and nothing else, and says so`() async throws {
    let practice = try await Practice()
    let clara = try await practice.clinician("clara", by: practice.admin())
    let paula = try await practice.patient("paula", by: clara)
    try await TestServer.run(practice: practice) { server in
      let port = server.port
      #expect(await post(port, paula, Self.entry(paula, 1))?.status == 200)
      practice.engine.become(.full)
      practice.clock.go(seconds: 90)
      let refused = try #require(await post(port, paula, Self.entry(paula, 2, last: 2)))
      #expect(refused.status == 507)
      #expect(refused["retry-after"] == "60")
      #expect(refused["content-type"] == "application/problem+json")
      #expect(refused.text.contains("urn:anamnesis:problem:full"))
      #expect(refused.text.contains("\"help\":{"), "help is not withheld")
      let record = "/api/patients/\(paula.patient?.rawValue ?? "")/entries"
      let read = try #require(await ask(port, "GET", record, paula.header))
      #expect(read.status == 200 && read.text.contains("000000000001"))
      #expect(!read.text.contains("000000000002"))
      #expect(await ask(port, "GET", "/help")?.status == 200)
      let page = try #require(await ask(port, "GET", "/people", clara.header))
      #expect(page.status == 200)
      practice.engine.become(.well)
      #expect(await post(port, paula, Self.entry(paula, 2, last: 2))?.status == 200)
    }
  }

  @Test func `emergencies are reviewed although the store is full`() async throws {
    let practice = try await Practice()
    let admin = try await practice.admin()
    let clara = try await practice.clinician("clara", by: admin)
    let carl = try await practice.clinician("carl", by: admin)
    let audrey = try await practice.clinician("audrey", as: .auditor, by: admin)
    let paula = try await practice.patient("paula", by: clara)
    let accounts = practice.installation.accounts
    _ = try await accounts.breakGlass(
      #require(paula.patient), reason: "found unconscious",
      by: accounts.session(carl.token).actor)
    try await TestServer.run(practice: practice) { server in
      practice.engine.become(.full)
      let page = try #require(await ask(server.port, "GET", "/emergencies", audrey.header))
      #expect(page.status == 200 && page.text.contains("found unconscious"))
      practice.engine.become(.well)
    }
    #expect(try await accounts.pendingNotices().isEmpty, "whoever reviews has been told")
  }

  @Test func `a store that stopped answers 503, and what it does not know is said`() async throws {
    let practice = try await Practice()
    let clara = try await practice.clinician("clara", by: practice.admin())
    let paula = try await practice.patient("paula", by: clara)
    try await TestServer.run(practice: practice) { server in
      let port = server.port
      practice.engine.become(.stopped)
      let stopped = try #require(await post(port, paula, Self.entry(paula, 1, last: 3)))
      #expect(stopped.status == 503 && stopped["retry-after"] == "60")
      #expect(stopped.text.contains("urn:anamnesis:problem:stopped"))
      #expect(stopped.text.contains("\"help\":{"))
      #expect(await ask(port, "GET", "/help")?.status == 200)
      // What cannot be told to the trail is not read.
      let record = "/api/patients/\(paula.patient?.rawValue ?? "")/entries"
      #expect(await ask(port, "GET", record, paula.header)?.status == 503)
      practice.engine.become(.unknown)
      let unknown = try #require(await post(port, paula, Self.entry(paula, 2)))
      #expect(unknown.status == 503 && unknown["retry-after"] == "5")
      #expect(unknown.text.contains("urn:anamnesis:problem:outcome-unknown"))
      for answer in [stopped, unknown] { #expect(!answer.text.contains("CANARY")) }
      practice.engine.become(.well)
      #expect(await post(port, paula, Self.entry(paula, 2))?.status == 200, "sent again")
    }
  }
}

/// What asks to be shown anew that it is the owner.
@Suite struct ProofTests {
  @Test func `a proof counts for five minutes, to the second`() async throws {
    let practice = try await Practice()
    let admin = try await practice.admin()
    let clara = try await practice.clinician("clara", by: admin)
    try await TestServer.run(practice: practice) { server in
      let port = server.port
      let path = "/api/accounts/\(clara.id)/enabled"
      func disable() async -> Answer? {
        await ask(
          port, "PUT", path, admin.header, "Content-Type: application/json", "If-Match: \"99\"",
          body: "{\"enabled\":false}")
      }
      // The version is wrong, so that whoever is let through changes nothing.
      practice.clock.go(seconds: 300)
      #expect(await disable()?.status == 412)
      practice.clock.go(seconds: 1)
      let late = try #require(await disable())
      #expect(late.status == 403 && late.text.contains("urn:anamnesis:problem:proof-needed"))
      let page = try #require(
        await ask(
          port, "POST", "/admin/accounts/state", admin.header, "Accept: text/html",
          "Content-Type: application/x-www-form-urlencoded", body: "account=\(clara.id)"))
      #expect(page.status == 303 && page["location"] == "/account/confirm/admin")
      let wrong = await ask(
        port, "POST", "/api/session/proof", admin.header, "Content-Type: application/json",
        body: "{\"secret\":\"not this one\"}")
      #expect(wrong?.status == 401)
      #expect(await disable()?.status == 403, "a wrong password proves nothing")
      let proof = await ask(
        port, "POST", "/api/session/proof", admin.header, "Content-Type: application/json",
        body: "{\"secret\":\"\(Practice.password)\"}")
      #expect(proof?.status == 204)
      #expect(await disable()?.status == 412)
    }
  }
}
