internal import Accounts
internal import Hummingbird
internal import Pages
internal import PatientRecord

/// The patients of a clinician.
struct PeopleRoutes: Sendable {
  let site: Site

  var routes: [Route] {
    [
      .page(WebPath.people, .listPatients) { request, context in
        let patients = try await site.accounts.caseload(of: context.signedIn().actor)
        let rows = patients.map { patient in
          PeoplePage.Row(
            name: patient.name ?? patient.id.rawValue,
            path: "\(WebPath.people)/\(PathPart.of(patient.id.rawValue))",
            note: patient.name == nil ? "Without an account" : "Record \(patient.id.rawValue)",
            notes: OwnNoteRoutes.notes(on: patient.id))
        }
        return .page(
          PeoplePage(site.visit(request, context), rows: rows, mayBreakGlass: true).html)
      }
    ]
  }
}
