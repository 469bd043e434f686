internal import Accounts
internal import Hummingbird
internal import Pages
internal import Vault

/// Inviting a patient, by whoever will care for them; the link is shown once.
struct NewPatientRoutes: Sendable {
  let site: Site

  var routes: [Route] {
    [
      .page(WebPath.newPatient, .invitePatients) { request, context in
        .page(try await page(request, context, FormFields(""), []))
      },
      .form(WebPath.newPatient, .invitePatients) { request, context in
        let form = try await request.form()
        return try await mending {
          try await page(request, context, form, $0)
        } _: {
          let person = try Person(email: form[.email], name: form[.name])
          let letter = try await site.accounts.invite(
            patient: person, by: context.signedIn().actor)
          return site.page(
            of: letter.link, for: person.name, .invitation, request, context, back: .people)
        }
      },
    ]
  }

  private func page(
    _ request: Request, _ context: ServerContext, _ form: FormFields, _ problems: [FormProblem]
  ) async throws -> String {
    PersonPage(
      try await site.writing(request, context), occasion: .newPatient, name: form[.name],
      email: form[.email], problems: problems
    ).html
  }
}
