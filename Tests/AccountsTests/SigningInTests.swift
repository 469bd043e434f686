import Archive
import Knowledge
import SQLiteStore
import Testing
import Time
import Vault

@testable import Accounts

struct SigningInTests {
  @Test func `a real password is hashed with the key file's pepper and found again`() async throws {
    let office = try await Office(isReal: true)
    let admin = try await office.admin()
    let stored = try await office.archive.look { try $0.account(admin.id).password }
    #expect(stored?.hasPrefix("$scrypt$ln=15,r=8,p=3$") == true)
    await expect(.wrongCredentials) {
      try await office.accounts.signIn(
        Credentials(email: admin.email, password: "a wrong guess"), from: home)
    }
  }

  @Test func `from an empty installation to a decision`() async throws {
    let office = try await Office()
    let admin = try await office.admin()
    let clinician = try await office.staff(.clinician, "clara", by: admin)
    let patient = try await office.patient("paula", by: clinician)
    let actor = try await office.actor(clinician)
    #expect(
      try await office.accounts.decide(.readRecord, actor: actor, patient: "paula").isAllowed)
    let own = try await office.actor(patient)
    #expect(own.patient == "paula" && own.roles == [.patient] && own.stage == .full)
    #expect(try await office.accounts.decide(.readRecord, actor: own, patient: "paula").isAllowed)
    #expect(try await office.accounts.setUpLink() == nil, "set up once")
    #expect(try await office.accounts.verify() == [])
    #expect(try await office.archive.verify().faults == [])
    #expect(try await office.archive.verifyTrail().faults == [])
    #expect(
      try await office.trail().map { String($0.prefix { $0 != " " }) } == [
        "setUp", "setFactor", "signIn", "prove", "invite", "accept", "setFactor", "signIn",
        "enrol", "joinTeam", "invite", "accept", "signIn",
      ])
  }

  @Test func `an unknown e-mail costs what a wrong password costs and says the same`()
    async throws
  {
    let office = try await Office()
    let admin = try await office.admin()
    _ = try await office.staff(.clinician, "clara", by: admin)
    let disabled = try await office.staff(.auditor, "otto", by: admin)
    _ = try await office.accounts.set(
      enabled: false, disabled.id, version: 2, by: office.actor(admin))
    _ = try await office.accounts.invite(
      staff: Person(email: "late@example.org", name: "Late"), as: .admin, by: office.actor(admin))
    var costs: [[Int]] = []
    for (index, email) in [
      "clara@example.org", "nobody@example.org", "otto@example.org", "late@example.org",
      "no e-mail at all",
    ].enumerated() {
      let (hashes, events) = (office.hashes.count, try await office.trail().count)
      let password = email.hasPrefix("otto") ? secret : "not the password"
      await expect(.wrongCredentials) {
        try await office.accounts.signIn(
          Credentials(email: email, password: password), from: "198.51.\(index).1")
      }
      costs.append([office.hashes.count - hashes, try await office.trail().count - events])
    }
    #expect(costs == Array(repeating: [1, 1], count: 5))
  }

  @Test func `staff get nowhere without a second factor, patients do`() async throws {
    let office = try await Office()
    let admin = try await office.admin()
    let person = try Person(email: "clara@example.org", name: "Clara")
    let letter = try await office.accounts.invite(
      staff: person, as: .clinician, by: office.actor(admin))
    _ = try await office.accounts.accept(letter.link.token, password: secret)
    let half = try await office.accounts.signIn(
      Credentials(email: person.email, password: secret), from: home)
    #expect(half.stage == .settingUp)
    let actor = try await office.accounts.session(half.token).actor
    for permission in Permission.allCases where ![.open, .finishSignIn].contains(permission) {
      let decision = try await office.accounts.decide(permission, actor: actor, patient: "p")
      #expect(decision == .refused(.signInUnfinished), "\(permission)")
    }
    await expect(.refused(.signInUnfinished)) { try await office.accounts.sessions(of: actor) }
    let clinician = try await office.signIn(person.email)
    await expect(.refused(.role)) {
      try await office.accounts.removeFactor(of: office.actor(clinician))
    }
    let patient = try await office.patient("paula", by: clinician)
    #expect(try await office.actor(patient).stage == .full)
  }

  @Test func `a new token comes with each step, and the old one opens nothing`() async throws {
    let office = try await Office()
    let admin = try await office.admin()
    let first = try await office.accounts.signIn(
      Credentials(email: admin.email, password: secret), from: home)
    #expect(first.stage == .password)
    let half = try await office.accounts.session(first.token)
    #expect(half.actor.stage == .password)
    let second = try await office.accounts.passSecondFactor(
      first.token, code: office.code(of: admin), from: home)
    #expect(second.stage == .full && second.token.text != first.token.text)
    let full = try await office.accounts.session(second.token)
    #expect(full.form.token != half.form.token, "the secret of forms is new")
    #expect(!full.form.accepts(half.form.token) && full.form.accepts(full.form.token))
    await expect(.signedOut) { try await office.accounts.session(first.token) }
    let code = try office.code(of: admin)
    await expect(.signedOut) {
      try await office.accounts.passSecondFactor(first.token, code: code, from: home)
    }
  }

  @Test func `a code counts once, and one of another time not at all`() async throws {
    let office = try await Office()
    let admin = try await office.admin()
    let code = try office.code(of: admin)
    let late = try #require(admin.codes).code(at: OneTimeCode.step(at: office.clock.now) - 3)
    let signIn = Credentials(email: admin.email, password: secret, code: code)
    #expect(try await office.accounts.signIn(signIn, from: home).stage == .full)
    await expect(.wrongCode) { try await office.accounts.signIn(signIn, from: home) }
    for wrong in [late, "", "abc", String(repeating: "1", count: 100_000)] {
      let half = try await office.accounts.signIn(
        Credentials(email: admin.email, password: secret), from: home)
      office.clock.go(seconds: 61)
      await expect(.wrongCode) {
        try await office.accounts.passSecondFactor(half.token, code: wrong, from: home)
      }
    }
    // The control: a verifier that remembers nothing takes the code twice.
    let codes = try #require(admin.codes)
    let now = noon
    let typed = codes.code(at: OneTimeCode.step(at: now))
    #expect(codes.accept(typed, at: now, after: nil) != nil)
    #expect(codes.accept(typed, at: now, after: nil) != nil)
    #expect(codes.accept(typed, at: now, after: OneTimeCode.step(at: now)) == nil)
  }

  @Test func `a recovery code works once, written as one likes, and new ones void the old`()
    async throws
  {
    let office = try await Office()
    let link = try #require(try await office.accounts.setUpLink())
    let person = try Person(email: "ada@example.org", name: "Ada")
    _ = try await office.accounts.setUp(link.token, person, password: secret)
    let begun = try await office.accounts.signIn(
      Credentials(email: person.email, password: secret), from: home)
    let factor = try await office.accounts.beginFactor(begun.token)
    let codes = try OneTimeCode(secret: bytes(ofBase32: factor.secret))
    #expect(factor.address.hasPrefix("otpauth://totp/Anamnesis:ada%40example.org?secret="))
    let confirmed = try await office.accounts.confirmFactor(
      begun.token, code: codes.code(at: OneTimeCode.step(at: noon)), from: home)
    #expect(Set(confirmed.recoveryCodes).count == 10)
    let code = try #require(confirmed.recoveryCodes.first)
    let typed = code.uppercased().replacing("-", with: " ")
    let credentials = Credentials(email: person.email, password: secret, code: typed)
    let signedIn = try await office.accounts.signIn(credentials, from: home)
    #expect(signedIn.stage == .full)
    await expect(.wrongCode) { try await office.accounts.signIn(credentials, from: home) }
    let actor = try await office.accounts.session(signedIn.token).actor
    #expect(try await office.accounts.recoveryCodesLeft(of: actor) == 9)
    let renewed = try await office.accounts.renewRecoveryCodes(of: actor)
    #expect(Set(renewed).isDisjoint(with: confirmed.recoveryCodes) && renewed.count == 10)
    await expect(.wrongCode) {
      try await office.accounts.signIn(
        Credentials(email: person.email, password: secret, code: confirmed.recoveryCodes[1]),
        from: home)
    }
    #expect(try await office.trail().contains("recover"))
    #expect(try await office.accounts.verify() == [])
  }

  @Test func `a hash of less work is made anew when its password is typed`() async throws {
    let office = try await Office()
    let admin = try await office.admin()
    let password = { @Sendable in
      try await office.archive.look { try $0.account(admin.id).password }
    }
    try await office.archive.change { transaction in
      var row = try transaction.account(admin.id)
      row.password = "old:\(secret)"
      try transaction.update(row)
    }
    _ = try await office.accounts.signIn(
      Credentials(email: admin.email, password: secret), from: home)
    #expect(try await password() == "new:\(secret)")
  }

  @Test func `an owner who shows a code passes the pause that a guesser caused`() async throws {
    let office = try await Office()
    let admin = try await office.admin()
    let stranger = { (index: Int) in "203.0.\(index).9" }
    var refused = 0
    for index in 0..<12 {
      do {
        _ = try await office.accounts.signIn(
          Credentials(email: admin.email, password: "a wrong guess"), from: stranger(index))
      } catch AccountsError.delayed {
        refused += 1
      } catch AccountsError.wrongCredentials {}
    }
    #expect(refused == 8, "five tries with the owner's own first, then pauses")
    await #expect(throws: AccountsError.self, "an owner on a new network waits too") {
      _ = try await office.accounts.signIn(
        Credentials(email: admin.email, password: secret), from: stranger(99))
    }
    let code = try #require(admin.codes).code(at: OneTimeCode.step(at: noon) + 1)
    let passed = try await office.accounts.signIn(
      Credentials(email: admin.email, password: secret, code: code), from: stranger(99))
    #expect(passed.stage == .full)
    let atHome = try await office.accounts.signIn(
      Credentials(email: admin.email, password: secret), from: home)
    #expect(atHome.stage == .password, "the owner's own network does not wait")
  }
}
