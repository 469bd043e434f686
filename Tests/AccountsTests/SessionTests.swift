import Archive
import Knowledge
import SQLiteStore
import Synchronization
import Testing
import Time
import Vault

@testable import Accounts

/// What happens to a session, step by step, and whether it still stands at the end.
struct SessionCase: CustomTestStringConvertible, Sendable {
  enum Step: Sendable {
    case wait(minutes: Int64)
    case use
    case setClock(minutesBack: Int64)
    case restart
    case signOut
    case revoke
    case disable
    case delete
    case changePassword
    case resetPassword
    case changeRole
    case endOthers
    case sweep
  }

  let name: String
  let isStaff: Bool
  let steps: [Step]
  let stands: Bool

  init(_ name: String, staff isStaff: Bool, _ steps: [Step], stands: Bool) {
    self.name = name
    self.isStaff = isStaff
    self.steps = steps
    self.stands = stands
  }

  var testDescription: String { (isStaff ? "staff: " : "patient: ") + name }

  private static func used(_ times: Int, every minutes: Int64) -> [Step] {
    (0..<times).flatMap { _ in [Step.wait(minutes: minutes), .use] }
  }

  static let all = [
    SessionCase("at once", staff: true, [], stands: true),
    SessionCase("just before idle", staff: true, [.wait(minutes: 14)], stands: true),
    SessionCase("idle", staff: true, [.wait(minutes: 15)], stands: false),
    SessionCase("just before idle", staff: false, [.wait(minutes: 29)], stands: true),
    SessionCase("idle", staff: false, [.wait(minutes: 30)], stands: false),
    SessionCase("used again and again", staff: true, used(50, every: 14), stands: true),
    SessionCase("used past 12 hours", staff: true, used(52, every: 14), stands: false),
    SessionCase("used again and again", staff: false, used(49, every: 29), stands: true),
    SessionCase("used past 24 hours", staff: false, used(50, every: 29), stands: false),
    SessionCase(
      "two short waits", staff: true, [.wait(minutes: 8), .wait(minutes: 8)], stands: false),
    SessionCase(
      "two short waits with use", staff: true, [.wait(minutes: 8), .use, .wait(minutes: 8)],
      stands: true),
    SessionCase("years ahead", staff: false, [.wait(minutes: 5_256_000)], stands: false),
    SessionCase(
      "years ahead, seen, and back", staff: false,
      [.wait(minutes: 5_256_000), .use, .setClock(minutesBack: 5_256_000)], stands: false),
    SessionCase("a little back", staff: true, [.setClock(minutesBack: 1)], stands: true),
    SessionCase("an hour back", staff: true, [.setClock(minutesBack: 60)], stands: false),
    SessionCase("ten years back", staff: false, [.setClock(minutesBack: 5_256_000)], stands: false),
    SessionCase(
      "idle, swept, and back", staff: true,
      [.wait(minutes: 16), .sweep, .setClock(minutesBack: 10)], stands: false),
    SessionCase(
      "swept while it stands", staff: true, [.wait(minutes: 14), .sweep], stands: true),
    SessionCase(
      "used, back by half an hour, and restarted", staff: false,
      [.wait(minutes: 29), .use, .setClock(minutesBack: 29), .restart], stands: false),
    SessionCase("restarted", staff: true, [.restart], stands: true),
    SessionCase(
      "restarted after idle", staff: true, [.wait(minutes: 15), .restart], stands: false),
    SessionCase("signed out", staff: true, [.signOut], stands: false),
    SessionCase("signed out and restarted", staff: false, [.signOut, .restart], stands: false),
    SessionCase("ended in the list", staff: true, [.revoke], stands: false),
    SessionCase("the others ended", staff: true, [.endOthers], stands: true),
    SessionCase("disabled", staff: true, [.disable], stands: false),
    SessionCase("disabled", staff: false, [.disable], stands: false),
    SessionCase("deleted", staff: true, [.delete], stands: false),
    SessionCase("deleted", staff: false, [.delete], stands: false),
    SessionCase("own password changed", staff: true, [.changePassword], stands: true),
    SessionCase("password reset", staff: false, [.resetPassword], stands: false),
    SessionCase("another role", staff: true, [.changeRole], stands: false),
    SessionCase(
      "signed out, clock back", staff: true, [.signOut, .setClock(minutesBack: 60)], stands: false),
  ]
}

struct SessionTests {
  @Test(arguments: SessionCase.all)
  func `a session stands as long as it should`(_ test: SessionCase) async throws {
    let office = try await Office()
    let admin = try await office.admin()
    let clinician = try await office.staff(.clinician, "clara", by: admin)
    let subject = test.isStaff ? clinician : try await office.patient("paula", by: clinician)
    let adminActor = try await office.actor(admin)
    var accounts = office.accounts
    for step in test.steps {
      try await take(step, subject, office, &accounts, admin: adminActor)
    }
    var stands = true
    do {
      _ = try await accounts.session(subject.token)
    } catch AccountsError.signedOut {
      stands = false
    }
    #expect(stands == test.stands)
    if !stands {
      let gone = try await office.engine.read { transaction in
        try transaction.first(
          "SELECT 1 FROM session WHERE digest = $1", [.bytes(subject.token.digest)]) == nil
      }
      #expect(gone, "what ended is removed, so that no clock brings it back")
    }
  }

  private func take(
    _ step: SessionCase.Step, _ subject: Someone, _ office: Office, _ accounts: inout Accounts,
    admin: Actor
  ) async throws {
    switch step {
    case .wait(let minutes): office.clock.go(seconds: minutes * 60)
    case .use: _ = try? await accounts.session(subject.token)
    case .setClock(let back): office.clock.go(seconds: -back * 60)
    case .restart:
      accounts = Accounts(
        in: office.archive, settings: AccountSettings(), pool: PasswordPool(),
        limits: SignInLimits(), work: .counted(office.hashes))
    case .signOut: try await accounts.signOut(subject.token)
    case .revoke:
      let actor = try await office.actor(subject)
      try await accounts.endSession(actor.session, by: actor)
    case .disable:
      _ = try await accounts.set(enabled: false, subject.id, version: 2, by: admin)
    case .delete: try await accounts.delete(subject.id, by: admin)
    case .changePassword:
      try await accounts.changePassword(
        from: secret, to: "nine loud gulls", by: office.actor(subject), address: home)
    case .resetPassword:
      let link = try await accounts.offerReset(of: subject.id, by: admin)
      try await accounts.reset(link.token, password: "nine loud gulls", from: home)
    case .changeRole:
      _ = try await accounts.change(subject.id, version: 2, to: .auditor, by: admin)
    case .endOthers: _ = try await accounts.endOtherSessions(of: office.actor(subject))
    case .sweep: try await accounts.sweep()
    }
  }

  @Test func `without the memory of the latest moment a clock set back revives a session`()
    async throws
  {
    for forgets in [false, true] {
      let office = try await Office()
      let admin = try await office.admin()
      _ = try await office.accounts.session(admin.token)
      office.clock.go(seconds: 16 * 60)
      _ = try await office.accounts.requestReset("nobody@example.org", from: home)
      let other = Accounts(
        in: office.archive, settings: AccountSettings(), pool: PasswordPool(),
        limits: SignInLimits(), work: .counted(office.hashes))
      office.clock.go(seconds: -10 * 60)
      if forgets { other.latest.withLock { $0 = noon } }
      let stands = (try? await other.session(admin.token)) != nil
      #expect(stands == forgets, "idle for 16 minutes, then the clock was set back by ten")
    }
  }

  @Test func `the edges of a session's times are exact`() {
    let clock = SessionClock(isStaff: true)
    let ends = { (stage: Session.Stage, created: Int64, seen: Int64) in
      clock.hasEnded(
        stage: stage, created: noon.later(by: -created), seen: noon.later(by: -seen), now: noon)
    }
    #expect(!ends(.full, 0, 0) && !ends(.full, 12 * 3600 - 1, 899) && !ends(.full, -120, -120))
    #expect(ends(.full, 12 * 3600, 0) && ends(.full, 900, 900))
    #expect(ends(.full, -121, 0) && ends(.full, 0, -121))
    #expect(!ends(.password, 599, 0) && ends(.password, 600, 0))
  }

  @Test func `an owner lists their sessions, ends one, and changes the password of all others`()
    async throws
  {
    let office = try await Office()
    let admin = try await office.admin()
    let clinician = try await office.staff(.clinician, "clara", by: admin)
    let phone = try await office.patient("paula", by: clinician)
    office.clock.go(seconds: 5)
    let signIn = { (device: String) in
      try await office.accounts.signIn(
        Credentials(email: phone.email, password: secret, device: device), from: home)
    }
    let desktop = try await signIn("Desktop")
    let tablet = try await signIn("Tablet")
    let actor = try await office.accounts.session(desktop.token).actor
    let list = try await office.accounts.sessions(of: actor)
    #expect(list.map(\.device).sorted() == ["Desktop", "Tablet", "Test"])
    #expect(list.filter { $0.isThisOne }.map(\.device) == ["Desktop"])
    let other = try #require(list.first { $0.device == "Test" })
    try await office.accounts.endSession(other.handle, by: actor)
    await expect(.signedOut) { try await office.accounts.session(phone.token) }
    await expect(.notFound("session")) {
      try await office.accounts.endSession(other.handle, by: actor)
    }
    let strange = try await office.actor(clinician)
    let mine = try #require(list.first { $0.isThisOne })
    await expect(.notFound("session")) {
      try await office.accounts.endSession(mine.handle, by: strange)
    }
    await expect(.wrongCredentials) {
      try await office.accounts.changePassword(
        from: "a wrong guess", to: "nine loud gulls", by: actor, address: home)
    }
    try await office.accounts.changePassword(
      from: secret, to: "nine loud gulls", by: actor, address: home)
    await expect(.signedOut) { try await office.accounts.session(tablet.token) }
    _ = try await office.accounts.session(desktop.token)
    await expect(.wrongCredentials) { _ = try await signIn("Desktop") }
  }

  @Test func `use is written down once a minute at most`() async throws {
    let office = try await Office()
    let admin = try await office.admin()
    let seen = { @Sendable in
      try await office.archive.look { try $0.sessionRow(admin.token)?.seen }
    }
    let before = try await seen()
    for _ in 0..<59 {
      office.clock.go(seconds: 1)
      _ = try await office.accounts.session(admin.token)
    }
    #expect(try await seen() == before)
    office.clock.go(seconds: 1)
    _ = try await office.accounts.session(admin.token)
    #expect(try await seen() == office.clock.now)
  }

  @Test func `64 sign-outs at once end one session once, and read it nowhere again`() async throws {
    let office = try await Office()
    let admin = try await office.admin()
    let ended = try await office.trail().count { $0.hasPrefix("signOut") }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for index in 0..<64 {
        group.addTask {
          if index.isMultiple(of: 2) {
            try await office.accounts.signOut(admin.token)
          } else {
            _ = try? await office.accounts.session(admin.token)
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(try await office.trail().count { $0.hasPrefix("signOut") } == ended + 1)
    await expect(.signedOut) { try await office.accounts.session(admin.token) }
  }

  @Test func `a proof lasts five minutes and is asked for again`() async throws {
    let office = try await Office()
    let admin = try await office.admin()
    let person = try Person(email: "clara@example.org", name: "Clara")
    office.clock.go(seconds: 300)
    _ = try await office.accounts.invite(
      staff: person, as: .clinician, by: office.actor(admin))
    office.clock.go(seconds: 1)
    let other = try Person(email: "carl@example.org", name: "Carl")
    await expect(.proofNeeded) {
      try await office.accounts.invite(staff: other, as: .clinician, by: office.actor(admin))
    }
    await expect(.wrongCredentials) {
      try await office.accounts.prove(admin.token, with: "a wrong guess", from: home)
    }
    let code = try office.code(of: admin)
    try await office.accounts.prove(admin.token, with: code, from: home)
    await expect(.wrongCredentials) {
      try await office.accounts.prove(admin.token, with: code, from: home)
    }
    _ = try await office.accounts.invite(staff: other, as: .clinician, by: office.actor(admin))
  }
}
