internal import Accounts
internal import Hummingbird
internal import Pages
internal import PatientRecord

/// Opening a record in an emergency, without being in the care team.
struct SpecialAccessRoutes: Sendable {
  let site: Site

  var routes: [Route] {
    [
      .page(WebPath.specialAccess, .listPatients) { request, context in
        .page(try await page(request, context, FormFields(""), []))
      },
      // The password is in the form, so the proof is asked for by what opens the record.
      .form(WebPath.specialAccess, .listPatients) { request, context in
        let form = try await request.form()
        return try await mending {
          try await page(request, context, form, $0)
        } _: {
          let actor = try await site.proved(form[.password], request, context)
          let opened = try await site.accounts.breakGlass(
            PatientID(rawValue: form[.person]), reason: form[.reason], by: actor)
          guard let patient = opened.patient else { throw Mistakes(.person) }
          return .leading(to: "\(WebPath.people)/\(PathPart.of(patient.rawValue))")
        }
      },
    ]
  }

  private func page(
    _ request: Request, _ context: ServerContext, _ form: FormFields, _ problems: [FormProblem]
  ) async throws -> String {
    SpecialAccessPage(
      try await site.writing(request, context), person: form[.person], reason: form[.reason],
      minutes: Int(BreakGlass.duration / 60_000), problems: problems
    ).html
  }
}
