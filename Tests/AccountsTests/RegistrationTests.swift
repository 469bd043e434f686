import PatientRecord
import Testing

@testable import Accounts

/// Asking for an account by oneself.
struct RegistrationTests {
  @Test
  func `people register by themselves only where that is allowed, and all are answered alike`()
    async throws
  {
    let closed = try await Office()
    let person = try Person(email: "rita@example.org", name: "Rita")
    await expect(.registrationClosed) {
      try await closed.accounts.register(person, from: home)
    }
    let office = try await Office(settings: AccountSettings(allowsRegistration: true))
    try await office.accounts.register(person, from: home)
    #expect(try await office.accounts.setUpLink() != nil, "an admin is still to come")
    let admin = try await office.actor(office.admin())
    let request = try #require(
      try await office.accounts.accounts(by: admin).first { $0.person?.email == person.email })
    let link = try await office.accounts.offerReset(of: request.id, by: admin)
    try await office.accounts.register(person, from: home)
    #expect(try await office.count("patient") == 0, "no record before the link was used")
    _ = try await office.accounts.accept(link.token, password: secret)
    try await office.accounts.register(person, from: home)
    #expect(try await office.count("account") == 2)
    let rita = try await office.signIn(person.email)
    let actor = try await office.actor(rita)
    let own = try #require(actor.patient)
    #expect(try await office.accounts.decide(.writeRecord, actor: actor, patient: own).isAllowed)
  }

  @Test func `a stranger's request keeps nobody from inviting whose e-mail it is`() async throws {
    let office = try await Office(settings: AccountSettings(allowsRegistration: true))
    let admin = try await office.admin()
    let clinician = try await office.staff(.clinician, "clara", by: admin)
    for name in ["paula", "carl"] {
      try await office.accounts.register(
        Person(email: "\(name)@example.org", name: "A Stranger"), from: home)
    }
    let patient = try await office.patient("paula", by: clinician)
    #expect(try await office.actor(patient).patient == PatientID(rawValue: "paula"))
    let carl = try await office.staff(.clinician, "carl", by: admin)
    #expect(try await office.actor(carl).roles == [.clinician])
    let known = try await office.accounts.accounts(by: office.actor(admin))
    #expect(known.count == 4 && !known.contains { $0.person?.name == "A Stranger" })
    await expect(.emailTaken) {
      try await office.accounts.invite(
        patient: Person(email: "paula@example.org", name: "Paula"), by: office.actor(clinician))
    }
  }

  @Test func `only so many people may wait for an account, and one who is removed makes room`()
    async throws
  {
    let office = try await Office(settings: AccountSettings(allowsRegistration: true))
    let admin = try await office.admin()
    for number in 0..<Accounts.requestLimit {
      try await office.accounts.register(
        Person(email: "person-\(number)@example.org", name: "Person"), from: "10.\(number).0.1")
    }
    let person = try Person(email: "rita@example.org", name: "Rita")
    await expect(.registrationFull) { try await office.accounts.register(person, from: home) }
    let actor = try await office.actor(admin)
    let first = try #require(
      try await office.accounts.accounts(by: actor).first { $0.state == .invited })
    try await office.accounts.delete(first.id, by: actor)
    try await office.accounts.register(person, from: home)
    #expect(try await office.count("account") == Accounts.requestLimit + 2)
  }
}
