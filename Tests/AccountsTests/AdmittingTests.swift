import Archive
import Knowledge
import PatientRecord
import TestKit
import Testing
import Vault

@testable import Accounts

/// One read for the session and the decision says the same as one for each.
struct AdmittingTests {
  private func admits(
    _ office: Office, _ someone: Someone, _ permission: Permission, _ subject: RequestSubject
  ) async throws -> Admission? {
    try await office.accounts.admit(someone.token, to: permission, of: subject)
  }

  @Test func `whoever is admitted is whom session and policy would have let in`() async throws {
    let office = try await Office()
    let admin = try await office.admin()
    let clara = try await office.staff(.clinician, "clara", by: admin)
    let carl = try await office.staff(.clinician, "carl", by: admin)
    let paula = try await office.patient("paula", by: clara)
    let subjects: [RequestSubject] = [.nobody, .visitor, .patient("paula"), .patient("nobody")]
    for someone in [admin, clara, carl, paula] {
      let actor = try await office.actor(someone)
      for (permission, subject) in Permission.allCases.flatMap({ one in subjects.map { (one, $0) } }
      ) {
        let patient = subject.patient(of: actor)
        let expected = try await office.accounts.decide(
          permission, actor: actor, patient: patient)
        do {
          let found = try #require(try await admits(office, someone, permission, subject))
          #expect(expected == .allowed(found.grant), "\(permission) \(subject)")
          #expect(found.session.actor == actor && found.patient == patient)
        } catch let error as AccountsError {
          guard case .refused(let refusal) = expected else {
            Issue.record("\(permission) \(subject): \(error)")
            continue
          }
          #expect(error == AccountsError(refusal), "\(permission) \(subject)")
        }
      }
    }
  }

  @Test func `what changed counts from the next request on`() async throws {
    let office = try await Office()
    let admin = try await office.admin()
    let clara = try await office.staff(.clinician, "clara", by: admin)
    let paula = try await office.patient("paula", by: clara)
    #expect(try await admits(office, clara, .readRecord, .patient("paula")) != nil)
    try await office.accounts.prove(admin.token, with: secret, from: home)
    try await office.accounts.leave(clara.id, team: "paula", by: office.actor(admin))
    await expect(.refused(.notInCareTeam)) {
      try await admits(office, clara, .readRecord, .patient("paula"))
    }
    #expect(try await admits(office, paula, .readRecord, .visitor) != nil)
    try await office.accounts.signOut(paula.token)
    #expect(try await admits(office, paula, .readRecord, .visitor) == nil)
    #expect(try await office.trail().count { $0 == "refuse readRecord" } == 1)
  }

  @Test func `a session that has ended admits nobody, and is gone`() async throws {
    let office = try await Office()
    let admin = try await office.admin()
    office.clock.set(noon.later(by: 15 * 60))
    #expect(try await admits(office, admin, .ownAccount, .nobody) == nil)
    #expect(try await office.archive.look { try $0.rows(SessionRow.self).count } == 0)
  }
}
