import Knowledge
import PatientRecord
import Testing

/// The words of calendars against the words of records.
@Suite struct DueKindsTests {
  @Test func `every kind of course and session that a calendar names is one of a record`() throws {
    let calendars = try DueFixture.knowledge.get().calendars
    let terms = try #require(calendars.terms)
    let triggers =
      calendars.calendars.flatMap { [$0.trigger] + $0.items.compactMap(\.trigger) }
      + terms.events.values
    let courses = Set(Course.Kind.allCases.map(\.rawValue))
    let sessions = Set(Session.Kind.allCases.map(\.rawValue))
    #expect(triggers.allSatisfy { $0.courseKinds.isSubset(of: courses) })
    #expect(triggers.allSatisfy { $0.sessionKinds.isSubset(of: sessions) })
    let shown = calendars.calendars.flatMap(\.items).map(\.doneBy.sessionKinds)
    #expect(shown.allSatisfy { $0.isSubset(of: sessions) })
    #expect(!courses.contains("walking") && !sessions.contains("walking"))
  }
}
