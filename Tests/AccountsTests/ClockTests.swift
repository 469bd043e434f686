import Archive
import PatientRecord
import Testing
import Vault

@testable import Accounts

/// What a clock that goes back must neither bring back nor take away.
struct ClockTests {
  @Test func `who signs in first after the clock was set back stays signed in`() async throws {
    let office = try await Office()
    let admin = try await office.admin()
    let clinician = try await office.staff(.clinician, "clara", by: admin)
    let patient = try await office.patient("paula", by: clinician)
    _ = try await office.accounts.session(patient.token)
    office.clock.go(seconds: -3_600)
    let again = try await office.accounts.signIn(
      Credentials(email: patient.email, password: secret), from: home)
    _ = try await office.accounts.session(again.token)
    await expect(.signedOut) { try await office.accounts.session(patient.token) }
  }

  @Test func `sessions that cannot be ended yet are not used meanwhile`() async throws {
    let office = try await Office()
    let admin = try await office.admin()
    _ = try await office.accounts.session(admin.token)
    try await office.run(
      "CREATE TRIGGER held BEFORE DELETE ON session BEGIN SELECT RAISE(ABORT, 'held'); END")
    office.clock.go(seconds: -3_600)
    for _ in 0..<2 {
      await #expect(throws: ArchiveError.self) {
        try await office.accounts.session(admin.token)
      }
    }
    try await office.run("DROP TRIGGER held")
    await expect(.signedOut) { try await office.accounts.session(admin.token) }
  }

  @Test func `a link that has ended stays so when the clock is set back`() async throws {
    let office = try await Office()
    let admin = try await office.admin()
    let letter = try await office.accounts.invite(
      staff: Person(email: "clara@example.org", name: "Clara"), as: .clinician,
      by: office.actor(admin))
    office.clock.go(seconds: 6 * 86_400)
    let again = try await office.signInAgain(admin)
    let lasting = try await office.accounts.invite(
      staff: Person(email: "carla@example.org", name: "Carla"), as: .clinician,
      by: office.actor(again))
    office.clock.go(seconds: 86_400)
    await expect(.deadLink) { try await office.accounts.invitation(letter.link.token) }
    office.clock.go(seconds: -3_600)
    await expect(.deadLink) { try await office.accounts.invitation(letter.link.token) }
    _ = try await office.accounts.accept(lasting.link.token, password: secret)
  }
}
