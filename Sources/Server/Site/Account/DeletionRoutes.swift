internal import Accounts
internal import Hummingbird
internal import Pages

/// Deleting one's own account.
struct DeletionRoutes: Sendable {
  let site: Site

  var routes: [Route] {
    [
      .page(WebPath.deletion, .ownAccount) { request, context in
        .page(try page(request, context, []))
      },
      .form(WebPath.deletion, .ownAccount) { request, context in
        let form = try await request.form()
        return try await mending {
          try page(request, context, $0)
        } _: {
          guard form[.confirmation].lowercased() == DeleteAccountPage.word else {
            throw Mistakes(.confirmation)
          }
          let actor = try await site.proved(form[.password], request, context)
          try await site.accounts.delete(actor.account, by: actor)
          return Response.leading(to: WebPath.signIn, done: .accountDeleted).forgetting(context)
        }
      },
    ]
  }

  private func page(
    _ request: Request, _ context: ServerContext, _ problems: [FormProblem]
  ) throws -> String {
    let sentences = DeletionNotice.sentences(for: try context.signedIn().actor.roles)
    // The first two say what ends at once.
    return DeleteAccountPage(
      site.visit(request, context), deleted: Array(sentences.prefix(2)),
      kept: Array(sentences.dropFirst(2)), problems: problems
    ).html
  }
}
