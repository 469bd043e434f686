import Archive
import Knowledge
import PatientRecord
import Testing

@testable import Accounts

/// Who may write psychotherapy notes, and who reads them.
struct TherapyNoteTests {
  private func note(_ office: Office, _ text: String = "for me alone") throws -> TherapyNote {
    var random = SystemRandomNumberGenerator()
    return TherapyNote(id: EntryID(at: office.clock.now, using: &random), text: try FreeText(text))
  }

  @Test func `authors read their own, and nobody else reads them`() async throws {
    let office = try await Office()
    let accounts = office.accounts
    let admin = try await office.admin()
    let clara = try await office.staff(.clinician, "clara", by: admin)
    let carl = try await office.staff(.clinician, "carl", by: admin)
    let paula = try await office.patient("paula", by: clara)
    let note = try note(office)
    let author = try await office.actor(clara)
    _ = try await accounts.write(note, about: "paula", by: author)
    #expect(try await accounts.therapyNote(note.id, about: "paula", by: author).text == note.text)
    try await accounts.join(carl.id, team: "paula", by: author)
    let colleague = try await office.actor(carl)
    #expect(try await accounts.therapyNotes(about: "paula", by: colleague).isEmpty)
    await expect(.notFound("note")) {
      try await accounts.therapyNote(note.id, about: "paula", by: colleague)
    }
    let patient = try await office.actor(paula)
    for actor in [patient, try await office.actor(admin)] {
      await expect(.refused(.role)) {
        try await accounts.therapyNote(note.id, about: "paula", by: actor)
      }
    }
    let trail = try await office.trail()
    #expect(trail.filter { $0 == "refuse keepTherapyNotes" }.count == 2)
    let seen = try await accounts.accesses(of: "paula", by: patient)
    #expect(seen.contains { $0.action == .writeTherapyNote && $0.name == "Clara" })
  }

  @Test func `a note that is read says which later note corrects it`() async throws {
    let office = try await Office()
    let accounts = office.accounts
    let clara = try await office.staff(.clinician, "clara", by: office.admin())
    _ = try await office.patient("paula", by: clara)
    let author = try await office.actor(clara)
    let first = try note(office)
    _ = try await accounts.write(first, about: "paula", by: author)
    let before = try await accounts.therapyNote(first.id, about: "paula", by: author)
    #expect(before.supersededBy == nil)
    office.clock.go(seconds: 1)
    let draft = try note(office, "rather this")
    let second = TherapyNote(id: draft.id, text: draft.text, supersedes: first.id)
    _ = try await accounts.write(second, about: "paula", by: author)
    let after = try await accounts.therapyNote(first.id, about: "paula", by: author)
    #expect(after.supersededBy == second.id && after.text == first.text)
    let correction = try await accounts.therapyNote(second.id, about: "paula", by: author)
    #expect(correction.supersedes == first.id && correction.supersededBy == nil)
  }

  @Test func `an emergency opens none, and who left the care team reads none`() async throws {
    let office = try await Office()
    let accounts = office.accounts
    let admin = try await office.admin()
    let clara = try await office.staff(.clinician, "clara", by: admin)
    let carl = try await office.staff(.clinician, "carl", by: admin)
    _ = try await office.patient("paula", by: clara)
    let note = try note(office)
    let author = try await office.actor(clara)
    _ = try await accounts.write(note, about: "paula", by: author)
    let helper = try await office.actor(carl)
    _ = try await accounts.breakGlass("paula", reason: "found unconscious", by: helper)
    #expect(try await accounts.decide(.readRecord, actor: helper, patient: "paula").isAllowed)
    await expect(.refused(.notInCareTeam)) {
      try await accounts.therapyNotes(about: "paula", by: helper)
    }
    let second = try self.note(office, "in an emergency")
    await expect(.refused(.notInCareTeam)) {
      try await accounts.write(second, about: "paula", by: helper)
    }
    try await accounts.leave(clara.id, team: "paula", by: author)
    await expect(.refused(.notInCareTeam)) {
      try await accounts.therapyNote(note.id, about: "paula", by: author)
    }
  }
}
