internal import Accounts
internal import Archive
internal import Care
internal import HTML
internal import Hummingbird
internal import Pages
internal import PatientRecord

/// The report on a record: the patient's own, and a clinician's on their patient.
struct RecordRoutes: Sendable {
  let site: Site

  var routes: [Route] {
    [
      .page(WebPath.record, .readRecord, of: .visitor) { request, context in
        try await report(request, context, for: .patient)
      },
      .page("\(WebPath.people)/{patient}", .readRecord, of: .path) { request, context in
        try await report(request, context, for: .clinician)
      },
    ]
  }

  private func report(
    _ request: Request, _ context: ServerContext, for audience: Audience
  ) async throws -> Response {
    let visitor = try context.signedIn()
    guard let patient = visitor.patient else { throw Problem.notFound }
    let purpose = visitor.grant?.isEmergency == true ? Access.emergency : "treatment"
    let entries = try await site.archive.entries(
      of: patient, by: visitor.actor.access(for: audience == .patient ? "own" : purpose))
    var visit = site.visit(request, context)
    if visitor.grant?.isEmergency == true {
      let end = try await site.accounts.emergencyEnd(of: patient, for: visitor.actor)
      visit.emergencyEnd = site.moments.clock(end ?? site.now)
    }
    if audience == .clinician {
      visit.about = try await about(patient, visitor)
    }
    guard !entries.isEmpty else { return .page(EmptyRecordPage(visit).html) }
    let review = try await site.desk.review(of: entries, patient, for: audience, at: site.now)
    let page = Report.page(
      review, for: audience, knowledge: site.installation.knowledge, visit: visit)
    return .page(page.text)
  }

  /// An emergency opens the record and no notes.
  private func about(_ patient: PatientID, _ visitor: Visitor) async throws -> Visit.About {
    let isEmergency = visitor.grant?.isEmergency == true
    let notes = Visit.Link("Your notes", path: OwnNoteRoutes.notes(on: patient))
    return Visit.About(
      name: try await site.name(of: patient, for: visitor.actor),
      links: (isEmergency ? [] : [notes]) + [Visit.Link("Your patients", path: WebPath.people)])
  }
}
