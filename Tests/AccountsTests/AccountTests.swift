import Archive
import Knowledge
import PatientRecord
import SQLiteStore
import Synchronization
import Testing
import Time
import Vault

@testable import Accounts

struct AccountTests {
  @Test func `set up works once, for a day, by the newest link`() async throws {
    let office = try await Office()
    let person = try Person(email: " Ada@Example.org ", name: "Ada")
    #expect(person.email == "ada@example.org")
    let first = try #require(try await office.accounts.setUpLink())
    let second = try #require(try await office.accounts.setUpLink())
    await expect(.deadLink) {
      try await office.accounts.setUp(first.token, person, password: secret)
    }
    await expect(.weakPassword(.tooShort)) {
      try await office.accounts.setUp(second.token, person, password: "short")
    }
    office.clock.go(seconds: 24 * 3600)
    await expect(.deadLink) {
      try await office.accounts.setUp(second.token, person, password: secret)
    }
    let third = try #require(try await office.accounts.setUpLink())
    async let one = try? office.accounts.setUp(third.token, person, password: secret)
    async let two = try? office.accounts.setUp(
      third.token, Person(email: "eve@example.org", name: "Eve"), password: secret)
    let made = await [one, two].compactMap(\.self)
    #expect(made.count == 1, "two at once make one")
    #expect(try await office.count("account") == 1)
  }

  @Test func `somebody alone is patient and admin, of their own record and nobody else's`()
    async throws
  {
    let office = try await Office(settings: AccountSettings(isSolo: true))
    let link = try #require(try await office.accounts.setUpLink())
    let person = try Person(email: "sol@example.org", name: "Sol")
    let id = try await office.accounts.setUp(
      link.token, person, password: secret, patient: "sol")
    let solo = try await office.signIn(person.email)
    #expect(solo.id == id)
    let actor = try await office.actor(solo)
    #expect(actor.stage == .full && actor.roles == [.patient, .admin])
    let accounts = office.accounts
    #expect(try await accounts.decide(.readRecord, actor: actor, patient: "sol").isAllowed)
    #expect(try await accounts.decide(.watchSystem, actor: actor).isAllowed)
    let other = try Person(email: "paul@example.org", name: "Paul")
    _ = try await accounts.invite(patient: other, patient: "paul", by: actor)
    #expect(try await !accounts.decide(.readRecord, actor: actor, patient: "paul").isAllowed)
    #expect(try await !accounts.decide(.breakGlass, actor: actor, patient: "paul").isAllowed)
    await expect(.lastAdmin) { try await accounts.delete(id, by: actor) }
  }

  @Test func `an invitation works once, for seven days, and says whom it is for`() async throws {
    let office = try await Office()
    let admin = try await office.admin()
    let person = try Person(email: "clara@example.org", name: "Clara")
    let letter = try await office.accounts.invite(
      staff: person, as: .clinician, by: office.actor(admin))
    #expect(letter.address == person.email && letter.occasion == .invitation)
    let shown = try await office.accounts.invitation(letter.link.token)
    #expect(shown.person == person && shown.roles == [.clinician])
    await expect(.emailTaken) {
      try await office.accounts.invite(staff: person, as: .auditor, by: office.actor(admin))
    }
    await expect(.weakPassword(.common)) {
      try await office.accounts.accept(letter.link.token, password: "passwordpassword")
    }
    office.clock.go(seconds: 7 * 86_400)
    await expect(.deadLink) {
      try await office.accounts.accept(letter.link.token, password: secret)
    }
    let again = try await office.signInAgain(admin)
    let renewed = try await office.accounts.offerReset(
      of: try #require(letter.link.account), by: office.actor(again))
    _ = try await office.accounts.accept(renewed.token, password: secret)
    await expect(.deadLink) { try await office.accounts.accept(renewed.token, password: secret) }
  }

  @Test func `nobody reaches a record by inviting themselves to it`() async throws {
    let office = try await Office()
    let admin = try await office.admin()
    let clara = try await office.staff(.clinician, "clara", by: admin)
    let carl = try await office.staff(.clinician, "carl", by: admin)
    _ = try await office.patient("paula", by: clara)
    let person = try Person(email: "mole@example.org", name: "Mole")
    for actor in [try await office.actor(admin), try await office.actor(carl)] {
      await expect(.refused(.notInCareTeam)) {
        try await office.accounts.invite(patient: person, patient: "paula", by: actor)
      }
    }
    await #expect(throws: AccountsError.self, "a record has one owner") {
      try await office.accounts.invite(
        patient: person, patient: "paula", by: office.actor(clara))
    }
    let patient = try await office.signIn("paula@example.org")
    await expect(.refused(.role)) {
      try await office.accounts.invite(patient: person, by: office.actor(patient))
    }
    await expect(.refused(.role)) {
      try await office.accounts.invite(staff: person, as: .admin, by: office.actor(clara))
    }
    for account in try await office.accounts.accounts(by: office.actor(admin)) {
      #expect(account.patient == nil, "an admin does not see whose record an account opens")
    }
  }

  @Test func `a password is reset by mail or by an admin's link, once`() async throws {
    let office = try await Office()
    let admin = try await office.admin()
    let clinician = try await office.staff(.clinician, "clara", by: admin)
    let patient = try await office.patient("paula", by: clinician)
    #expect(try await office.accounts.requestReset("nobody@example.org", from: home) == nil)
    let letter = try #require(
      try await office.accounts.requestReset("Paula@example.org", from: home))
    #expect(letter.address == patient.email && letter.occasion == .reset)
    try await office.accounts.reset(letter.link.token, password: "nine loud gulls", from: home)
    await expect(.deadLink) {
      try await office.accounts.reset(letter.link.token, password: secret, from: home)
    }
    await expect(.signedOut) { try await office.accounts.session(patient.token) }
    let link = try await office.accounts.offerReset(of: clinician.id, by: office.actor(admin))
    try await office.accounts.reset(link.token, password: "nine loud gulls", from: home)
    let half = try await office.accounts.signIn(
      Credentials(email: clinician.email, password: "nine loud gulls"), from: home)
    #expect(half.stage == .password, "the second factor is still asked for")
    await expect(.refused(.role)) {
      try await office.accounts.offerReset(of: admin.id, by: office.actor(admin2(office)))
    }
  }

  private func admin2(_ office: Office) async throws -> Someone {
    try await office.signIn("paula@example.org", password: "nine loud gulls")
  }

  @Test func `a deleted account is gone, its name stays where staff acted, the record stays`()
    async throws
  {
    let office = try await Office()
    let admin = try await office.admin()
    let clinician = try await office.staff(.clinician, "clara", by: admin)
    let patient = try await office.patient("paula", by: clinician)
    try await office.accounts.delete(patient.id, by: office.actor(patient))
    await expect(.signedOut) { try await office.accounts.session(patient.token) }
    await expect(.wrongCredentials) { _ = try await office.signIn(patient.email) }
    #expect(
      try await office.accounts.decide(
        .readRecord, actor: office.actor(clinician), patient: "paula"
      ).isAllowed)
    try await office.accounts.delete(clinician.id, by: office.actor(admin))
    let accounts = try await office.accounts.accounts(by: office.actor(admin))
    #expect(accounts.count { $0.state == .deleted } == 2)
    #expect(Set(accounts.map { $0.person?.name }) == ["Ada Admin", "Clara", nil])
    #expect(accounts.first { $0.id == clinician.id }?.person?.email == "deleted@deleted")
    #expect(try await office.count("account_key") == 2)
    #expect(try await office.count("factor") == 1)
    _ = try await office.accounts.invite(
      staff: Person(email: clinician.email, name: "Clara"), as: .clinician,
      by: office.actor(admin))
    #expect(try await office.accounts.verify() == [])
    for sentence in DeletionNotice.sentences(for: [.patient]) + DeletionNotice.staff {
      #expect(sentence.count < 120)
    }
  }

  @Test func `64 changes at once are counted exactly or refused`() async throws {
    let office = try await Office()
    let admin = try await office.admin()
    let actor = try await office.actor(admin)
    let accounts = office.accounts
    let start = try await accounts.account(admin.id, by: actor).version
    let (done, refused) = (Counter(), Counter())
    try await withThrowingTaskGroup(of: Void.self) { group in
      for index in 0..<64 {
        group.addTask {
          while true {
            let seen = try await accounts.account(admin.id, by: actor)
            do {
              _ = try await accounts.change(
                admin.id, version: seen.version,
                to: Person(email: admin.email, name: "Ada \(index)"), by: actor)
              return done.add()
            } catch AccountsError.changedMeanwhile {
              refused.add()
            }
          }
        }
      }
      try await group.waitForAll()
    }
    let end = try await accounts.account(admin.id, by: actor).version
    #expect(done.count == 64 && end == start + 64)
    await expect(.changedMeanwhile(version: end)) {
      try await accounts.change(
        admin.id, version: start, to: Person(email: admin.email, name: "Late"), by: actor)
    }
    // The control: changes that do not say what they saw overwrite each other.
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<64 {
        group.addTask {
          let seen = try await office.archive.look { try $0.account(admin.id) }
          try await office.archive.change { try $0.advance(seen) }
        }
      }
      try await group.waitForAll()
    }
    let lost = try await accounts.account(admin.id, by: actor).version
    #expect(lost < end + 64)
  }

  @Test(arguments: [
    "", "a", "a@", "@b", "a@b@c", "a b@c.d", "a@.b", "a@b.", "a@b..c", "a\n@b.c",
    String(repeating: "a", count: 300) + "@b.c", String(repeating: "x", count: 5_000_000),
  ])
  func `what is no e-mail is refused`(email: String) {
    #expect(throws: AccountsError.self) { try Person(email: email, name: "Name") }
    #expect(throws: AccountsError.self) { try Person(email: "a@b.c", name: "") }
    #expect(throws: AccountsError.self) { try Person(email: "a@b.c", name: "a\u{0}b") }
  }

  @Test func `an identifier and a handle read what they write and nothing else`() {
    let id = AccountID(bytes: (0..<16).map { UInt8($0 * 16) })
    #expect(AccountID(id.description) == id)
    for text in ["", "00", "zz", id.description.uppercased() + "A", id.description + "00", "é"] {
      #expect(AccountID(text) == nil && SessionHandle(text) == nil)
    }
  }
}

extension Office {
  func signIn(_ email: String, password: String) async throws -> Someone {
    let signIn = try await accounts.signIn(
      Credentials(email: email, password: password), from: home)
    return Someone(id: signIn.account, email: email, token: signIn.token, codes: nil)
  }

  /// Somebody whose session has ended signs in with password and code.
  func signInAgain(_ someone: Someone) async throws -> Someone {
    let signIn = try await accounts.signIn(
      Credentials(email: someone.email, password: secret, code: code(of: someone)), from: home)
    return Someone(
      id: someone.id, email: someone.email, token: signIn.token, codes: someone.codes)
  }
}
