import Knowledge
import PatientRecord
import TestKit
import Testing
import Time

@testable import Accounts

struct RecordingTests {
  private func note(
    _ number: Int, of patient: PatientID = "paula", by author: Author, supersedes: EntryID? = nil
  ) throws -> Entry {
    try entry(
      number, of: patient, by: author, supersedes: supersedes,
      .note(Note(text: FreeText("words"), audience: .everyone)))
  }

  private func entry(
    _ number: Int, of patient: PatientID, by author: Author, supersedes: EntryID? = nil,
    _ fact: Fact
  ) throws -> Entry {
    let sample = Entry.sample(fact, number)
    return Entry(
      id: sample.id, patient: patient, author: author, occurred: sample.occurred,
      supersedes: supersedes, fact: fact)
  }

  @Test func `a patient corrects and withdraws their own words and not those of staff`()
    async throws
  {
    let office = try await Office()
    let admin = try await office.admin()
    let clara = try await office.staff(.clinician, "clara", by: admin)
    let paula = try await office.patient("paula", by: clara)
    let staff = Author.staff(StaffID(rawValue: clara.id.description))
    let (theirs, own) = (try note(1, by: staff), try note(2, by: .patient))
    _ = try await office.accounts.append([theirs], by: office.actor(clara))
    _ = try await office.accounts.append([own], by: office.actor(paula))
    _ = try await office.accounts.append(
      [try note(3, by: .patient, supersedes: own.id)], by: office.actor(paula))
    let withdrawal = Fact.void(Withdrawal(entry: theirs.id, reason: try FreeText("not so")))
    for foreign in [
      try note(4, by: .patient, supersedes: theirs.id),
      try entry(5, of: "paula", by: .patient, withdrawal),
    ] {
      await expect(.refused(.foreignAuthor)) {
        try await office.accounts.append([foreign], by: office.actor(paula))
      }
    }
    _ = try await office.accounts.append(
      [try entry(6, of: "paula", by: staff, withdrawal)], by: office.actor(clara))
  }

  @Test func `names that only look alike are two people`() async throws {
    let (composed, decomposed): (PatientID, PatientID) = ("caf\u{E9}-7", "cafe\u{301}-7")
    #expect(composed.rawValue == decomposed.rawValue, "Swift's texts are equal")
    #expect(composed != decomposed)
    #expect(Set([composed, decomposed]).count == 2)
    let office = try await Office()
    let admin = try await office.admin()
    let clara = try await office.staff(.clinician, "clara", by: admin)
    let carl = try await office.staff(.clinician, "carl", by: admin)
    for (patient, email, clinician) in [
      (composed, "one@example.org", clara), (decomposed, "twin@example.org", carl),
    ] {
      let letter = try await office.accounts.invite(
        patient: Person(email: email, name: "A twin"), patient: patient,
        by: office.actor(clinician))
      _ = try await office.accounts.accept(letter.link.token, password: secret)
    }
    let twin = try await office.signIn("twin@example.org")
    let decision = try await office.accounts.decide(
      .readRecord, actor: office.actor(twin), patient: composed)
    #expect(decision == .refused(.notOwnRecord))
    await expect(.refused(.notOwnRecord)) {
      try await office.accounts.append(
        [try note(1, of: composed, by: .patient)], by: office.actor(twin))
    }
  }
}
