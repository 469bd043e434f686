import Archive
import Knowledge
import PatientRecord
import SQLiteStore
import TestKit
import Testing
import Time

@testable import Accounts

struct TeamTests {
  @Test func `a member of the care team reads from beginning to end of their time`() async throws {
    let office = try await Office()
    let admin = try await office.admin()
    let clara = try await office.staff(.clinician, "clara", by: admin)
    let carl = try await office.staff(.clinician, "carl", by: admin)
    _ = try await office.patient("paula", by: clara)
    let reads = { (someone: Someone) in
      try await office.accounts.decide(
        .readRecord, actor: office.actor(someone), patient: "paula"
      ).isAllowed
    }
    #expect(try await reads(clara))
    #expect(try await !reads(carl))
    try await office.accounts.join(
      carl.id, team: "paula", from: noon.later(by: 60), until: noon.later(by: 120),
      by: office.actor(clara))
    #expect(try await !reads(carl))
    office.clock.set(noon.later(by: 60))
    #expect(try await reads(carl))
    #expect(try await office.accounts.patients(of: office.actor(carl)) == ["paula"])
    let team = try await office.accounts.team(of: "paula", by: office.actor(clara))
    #expect(team.map(\.name) == ["Clara", "Carl"])
    office.clock.set(noon.later(by: 120))
    #expect(try await !reads(carl))
    #expect(try await office.accounts.patients(of: office.actor(carl)) == [])
    await expect(.refused(.notInCareTeam)) {
      try await office.accounts.join(carl.id, team: "paula", by: office.actor(carl))
    }
    try await office.accounts.join(carl.id, team: "paula", by: office.actor(admin))
    #expect(try await reads(carl))
    try await office.accounts.leave(carl.id, team: "paula", by: office.actor(clara))
    #expect(try await !reads(carl))
    await #expect(throws: AccountsError.self, "an admin is no clinician") {
      try await office.accounts.join(admin.id, team: "paula", by: office.actor(clara))
    }
  }

  @Test func `a consent counts from the next decision on, and so does its withdrawal`()
    async throws
  {
    let office = try await Office()
    let admin = try await office.admin()
    let clara = try await office.staff(.clinician, "clara", by: admin)
    let rosa = try await office.staff(.researcher, "rosa", by: admin)
    let paula = try await office.patient("paula", by: clara)
    let decision = {
      try await office.accounts.decide(
        .readForResearch, actor: office.actor(rosa), patient: "paula")
    }
    #expect(try await decision() == .refused(.noConsent))
    try await office.accounts.consent(true, to: .research, by: office.actor(paula))
    guard case .allowed(let grant) = try await decision() else {
      Issue.record("refused")
      return
    }
    #expect(grant.content == [.deidentified])
    #expect(
      try await office.accounts.decide(
        .readRecord, actor: office.actor(rosa), patient: "paula") == .refused(.role))
    try await office.accounts.consent(true, to: .research, by: office.actor(paula))
    try await office.accounts.consent(false, to: .research, by: office.actor(paula))
    #expect(try await decision() == .refused(.noConsent))
    let said = try await office.accounts.consents(of: office.actor(paula))
    #expect(said.map(\.isGiven) == [true, false])
    #expect(try await office.trail().count { $0.hasSuffix("Consent research") } == 2)
    office.clock.go(seconds: 301)
    await expect(.proofNeeded) {
      try await office.accounts.consent(true, to: .quality, by: office.actor(paula))
    }
    await expect(.refused(.role)) {
      try await office.accounts.consent(true, to: .research, by: office.actor(clara))
    }
  }

  @Test func `an emergency opens one record for an hour, in sight of patient and reviewer`()
    async throws
  {
    let office = try await Office()
    let admin = try await office.admin()
    let clara = try await office.staff(.clinician, "clara", by: admin)
    let carl = try await office.staff(.clinician, "carl", by: admin)
    let otto = try await office.staff(.auditor, "otto", by: admin)
    let paula = try await office.patient("paula", by: clara)
    _ = try await office.patient("peter", by: clara)
    for short in [
      "", "too short", String(repeating: " ", count: 50), String(repeating: "x", count: 10_000_000),
    ] {
      await #expect(throws: AccountsError.self) {
        try await office.accounts.breakGlass("paula", reason: short, by: office.actor(carl))
      }
    }
    await expect(.refused(.role)) {
      try await office.accounts.breakGlass(
        "paula", reason: "I would like to see", by: office.actor(otto))
    }
    let carlActor = try await office.actor(carl)
    let opened = try await office.accounts.breakGlass(
      "paula", reason: "Brought in unconscious", by: carlActor)
    #expect(opened.closes == noon.later(by: 3600))
    let told = try await office.accounts.openings(of: office.actor(paula))
    #expect(told.map(\.reason) == ["Brought in unconscious"] && told.map(\.name) == ["Carl"])
    let listed = try await office.accounts.accesses(of: "paula", by: office.actor(paula))
    #expect(listed.first { $0.action == .breakGlass }?.at == told.first?.at)
    let decide = { (patient: PatientID) in
      try await office.accounts.decide(.readRecord, actor: carlActor, patient: patient)
    }
    guard case .allowed(let grant) = try await decide("paula") else {
      Issue.record("refused")
      return
    }
    #expect(grant.isEmergency)
    #expect(try await !decide("peter").isAllowed, "one patient")
    #expect(
      try await !office.accounts.decide(
        .exportRecord, actor: carlActor, patient: "paula"
      ).isAllowed)
    _ = try await office.archive.entries(of: "paula", by: carlActor.access(for: "BTG"))

    let notices = try await office.accounts.pendingNotices()
    #expect(notices.map(\.subject) == [opened.id])
    #expect(try await office.accounts.reviewers() == ["otto@example.org"])
    try await office.accounts.markDelivered(try #require(notices.first))
    #expect(try await office.accounts.pendingNotices() == [])

    let seen = try await office.accounts.accesses(of: "paula", by: office.actor(paula))
    let carls = seen.filter { $0.name == "Carl" }
    #expect(carls.map(\.action) == [.read, .breakGlass])
    #expect(carls.allSatisfy { $0.role == "clinician" && $0.purpose == "BTG" && !$0.isOwn })

    let list = try await office.accounts.emergencies(by: office.actor(otto))
    #expect(list.map(\.reason) == ["Brought in unconscious"] && list.first?.review == nil)
    try await office.accounts.review(emergency: opened.id, by: office.actor(otto))
    let reviewed = try await office.accounts.emergencies(by: office.actor(otto))
    #expect(reviewed.first?.review?.account == otto.id)

    office.clock.set(noon.later(by: 3599))
    #expect(try await decide("paula").isAllowed)
    office.clock.set(noon.later(by: 3600))
    #expect(try await !decide("paula").isAllowed, "an hour, to the second")
    #expect(try await office.accounts.verify() == [])
  }

  @Test func `what is refused stands in the trail, and a patient sees who tried`() async throws {
    let office = try await Office()
    let admin = try await office.admin()
    let clara = try await office.staff(.clinician, "clara", by: admin)
    let carl = try await office.staff(.clinician, "carl", by: admin)
    let paula = try await office.patient("paula", by: clara)
    await expect(.refused(.notInCareTeam)) {
      try await office.accounts.authorize(
        .readRecord, actor: office.actor(carl), patient: "paula")
    }
    await expect(.refused(.notInCareTeam)) {
      try await office.accounts.authorize(
        .readRecord, actor: office.actor(carl), patient: "who is that")
    }
    await expect(.signedOut) {
      try await office.accounts.authorize(.readRecord, actor: nil, patient: "paula")
    }
    let seen = try await office.accounts.accesses(of: "paula", by: office.actor(paula))
    #expect(seen.first { $0.action == .refuse }?.name == "Carl")
    await expect(.refused(.role)) {
      try await office.accounts.accesses(of: "paula", by: office.actor(clara))
    }
    #expect(try await office.trail().count { $0 == "refuse readRecord" } == 2)
  }
}
