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
        .page(NewPatientPage(site.visit(request, context)).html)
      },
      .form(WebPath.newPatient, .invitePatients) { request, context in
        let form = try await request.form()
        return try await mending {
          NewPatientPage(
            site.visit(request, context), name: form[.name], email: form[.email], problems: $0
          ).html
        } _: {
          let person = try Person(email: form[.email], name: form[.name])
          let letter = try await site.accounts.invite(
            patient: person, by: context.signedIn().actor)
          return .page(
            OneTimeLinkPage(
              site.visit(request, context), purpose: .invitation, name: person.name,
              link: request.address(of: WebPath.invitation, letter.link.token, context),
              ends: site.moments.text(letter.link.expires), back: .people
            ).html)
        }
      },
    ]
  }
}
