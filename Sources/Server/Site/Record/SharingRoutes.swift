internal import Accounts
internal import Hummingbird
internal import Pages
internal import Time

/// What a patient agrees to.
struct SharingRoutes: Sendable {
  let site: Site

  var routes: [Route] {
    [
      .page(WebPath.sharing, .seeAccesses, of: .visitor) { request, context in
        let given = try await site.accounts.consents(of: context.signedIn().actor)
        let items = Consent.Kind.allCases.map { item($0, given) }
        return .page(SharingPage(site.visit(request, context), items: items).html)
      },
      .form(WebPath.sharing, .giveConsent, of: .visitor) { request, context in
        let form = try await request.form()
        guard let kind = Consent.Kind(rawValue: form[.consent]),
          let answer = FormAnswer(rawValue: form[.answer])
        else { throw Problem.notFound }
        try await site.accounts.consent(answer == .yes, to: kind, by: context.signedIn().actor)
        return .leading(to: WebPath.sharing, done: .consent)
      },
    ]
  }

  private func item(_ kind: Consent.Kind, _ given: [Consent]) -> SharingPage.Item {
    let last = given.last { $0.kind == kind }
    let since = last?.isGiven == true ? last.map { site.moments.day($0.at) } : nil
    switch kind {
    case .research:
      return SharingPage.Item(
        id: kind.rawValue, title: "Research",
        words: "Studies may use your data, without what tells who you are.", since: since)
    case .quality:
      return SharingPage.Item(
        id: kind.rawValue, title: "Better care",
        words: "The clinic may look at your data to work better, without what tells who you are.",
        since: since)
    }
  }
}
