import Accounts
import Archive
import Knowledge
import PatientRecord
import Server
import Simulation
import Time
import Vault

/// A small clinic in which everybody is invented: five patients, a clinician and an admin.
struct DemoClinic {
  let accounts: Accounts
  let archive: Archive
  let knowledge: Knowledge
  private let clock = SystemClock()

  init(_ accounts: Accounts, _ archive: Archive, _ knowledge: Knowledge) {
    self.accounts = accounts
    self.archive = archive
    self.knowledge = knowledge
  }

  /// Days of record, ending yesterday or the day before.
  private static let days = 240
  private static let names = ["Robin Reed", "Sam Brook", "Jo Hazel", "Alex Fern", "Kim Willow"]

  /// Makes the clinic.
  ///
  /// - Parameter door: lets its people in.
  /// - Returns: a link for each with its words.
  /// - Throws: when it cannot be stored.
  func open(_ door: DemoDoor) async throws -> [(words: String, path: String)] {
    var random = SystemRandomNumberGenerator()
    let admin = try await makeAdmin(&random)
    let clinician = try await accept(
      accounts.invite(
        staff: Person(email: "clinician@demo.invalid", name: "Dr. Ash Linden"), as: .clinician,
        by: admin.actor), "clinician@demo.invalid", &random)
    var links = [
      ("As Dr. Ash Linden, who cares for five people:", clinician.guest),
      ("As the admin:", admin.guest),
    ]
    for (index, name) in Self.names.enumerated() {
      let email = "patient\(index + 1)@demo.invalid"
      let patient = PatientID(rawValue: "demo-\(index + 1)")
      let letter = try await accounts.invite(
        patient: Person(email: email, name: name), patient: patient, by: admin.actor)
      try await accounts.join(clinician.account, team: patient, by: admin.actor)
      try await write(patient, number: index + 1)
      guard index == 0 else { continue }
      links.insert(
        ("As \(name), a patient:", try await accept(letter, email, &random).guest), at: 0)
    }
    try await accounts.signOut(admin.session)
    return links.map { ($0.0, door.path(for: $0.1, using: &random)) }
  }

  /// The first account, signed in to invite the others.
  private func makeAdmin(
    _ random: inout SystemRandomNumberGenerator
  ) async throws -> (actor: Actor, session: Token, guest: DemoDoor.Guest) {
    guard let link = try await accounts.setUpLink() else { throw AccountsError.alreadySetUp }
    let email = "admin@demo.invalid"
    let password = Token(using: &random).text
    _ = try await accounts.setUp(
      link.token, Person(email: email, name: "Max Stone"), password: password)
    let begun = try await accounts.signIn(
      Credentials(email: email, password: password, device: "The demonstration itself"), from: "")
    let confirmed = try await accounts.confirmDemoFactor(begun.token, at: clock.now, from: "")
    let session = confirmed.signIn.token
    return (
      try await accounts.session(session).actor, session,
      DemoDoor.Guest(email: email, password: password, code: confirmed.recoveryCodes.first)
    )
  }

  /// Accepts an invitation.
  private func accept(
    _ letter: Letter, _ email: String, _ random: inout SystemRandomNumberGenerator
  ) async throws -> (account: AccountID, guest: DemoDoor.Guest) {
    let password = Token(using: &random).text
    let account = try await accounts.accept(letter.link.token, password: password)
    return (account, DemoDoor.Guest(email: email, password: password))
  }

  /// Writes the record of an invented person. Every signal about self-harm in it has been looked
  /// after, so that the demonstration begins without an alarm that nobody chose.
  private func write(_ patient: PatientID, number: Int) async throws {
    let first = Zone.utc.day(at: clock.now).advanced(by: -Self.days - 1)
    let clinic = try Clinic(
      Clinic.Settings(firstDay: first, days: Self.days, seed: 1, staggersIntake: false),
      knowledge: knowledge)
    let entries = try clinic.person(number, as: patient).entries
    _ = try await archive.append(entries, by: .commandLine(for: "demonstration"))
  }
}
