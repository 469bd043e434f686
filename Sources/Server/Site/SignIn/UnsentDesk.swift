internal import Accounts
internal import HTTPTypes
internal import Hummingbird
internal import Pages
internal import Vault

/// Keeps what somebody wrote from being lost when their session ends meanwhile.
///
/// Whoever is signed out gets a page to sign in, in which their words are sealed: nothing is stored,
/// and only the account whose form it was opens them. Whoever signed in again in another window gets
/// their words at once, under the token of the new session.
struct UnsentDesk: Sendable {
  /// Why a form was refused.
  enum Refusal { case signedOut, oldForm }

  let site: Site
  /// So many forms of people who are signed out are read at one time, since anybody can send them.
  private let places = WorkLimit(places: 64, queue: 0)

  init(site: Site) { self.site = site }

  /// The answer to a form that was refused.
  ///
  /// - Returns: `nil` when nothing is to be saved.
  func page(
    _ refusal: Refusal, _ error: any Error, _ request: Request, _ route: Route,
    _ context: ServerContext
  ) async -> Response? {
    let kind = Problem(error).kind
    guard route.method == .post, !context.speaksJSON,
      request.headers[.contentType]?.hasPrefix("application/x-www-form-urlencoded") == true
    else { return nil }
    switch refusal {
    case .signedOut where kind == "sign-in-first" || kind == "sign-in-unfinished":
      return try? await places.run { try await signingIn(request, route, context) }
    case .oldForm where kind == Problem.foreignForm.kind:
      return try? await sendingAgain(request, route, context)
    default: return nil
    }
  }

  /// What was written before, for whoever has just signed in.
  ///
  /// - Parameters:
  ///   - sealed: what the page to sign in carried; anything may be given.
  ///   - signIn: how far they came.
  /// - Returns: the page, or `nil` when there is nothing for them.
  /// - Throws: an error of the accounts.
  func page(for sealed: String, after signIn: SignIn) async throws -> String? {
    guard !sealed.isEmpty, signIn.stage != .settingUp else { return nil }
    let visit = try await site.visit(of: signIn.token)
    if signIn.stage == .password { return SecondStepPage(visit, unsent: sealed).html }
    guard let bytes = Base64URL.bytes(of: sealed),
      let opened = try await site.accounts.open(unsent: bytes, for: signIn.account),
      let form = UnsentForm(opened)
    else { return nil }
    return page(of: form, visit)
  }

  private func page(of form: UnsentForm, _ visit: Visit) -> String {
    UnsentPage(
      visit, action: form.action, fields: form.fields, asksPassword: form.asksPassword
    ).html
  }

  private func signingIn(
    _ request: Request, _ route: Route, _ context: ServerContext
  ) async throws -> Response {
    let form = try await request.form(upTo: route.bodyLimit)
    let page = SignInPage(
      Visit(csrf: "", isDemo: site.installation.demo != nil),
      canRegister: site.accounts.allowsRegistration,
      unsent: try await sealed(form, request.uri.path))
    var response = Response.page(page.html, status: .unauthorized)
    // A session that is half begun would ask for its own token.
    response.headers[values: .setCookie].append(
      SessionCookie.removing(isSecure: context.isSecure))
    response.mark(.personal)
    return response
  }

  /// What is sealed already goes on as it is: signing in itself took too long.
  private func sealed(_ form: FormFields, _ path: String) async throws -> String {
    if !form[.unsent].isEmpty { return form[.unsent] }
    guard let unsent = UnsentForm(form, sentTo: path) else { throw Problem.signInFirst }
    return Base64URL.text(
      of: try await site.accounts.seal(unsent: unsent.bytes, for: form[.owner]))
  }

  private func sendingAgain(
    _ request: Request, _ route: Route, _ context: ServerContext
  ) async throws -> Response {
    let form = try await request.form(upTo: route.bodyLimit)
    let visit = try await site.writing(request, context)
    guard visit.isSignedIn else { return try await signingIn(request, route, context) }
    guard visit.formOwner == form[.owner],
      let unsent = UnsentForm(form, sentTo: request.uri.path)
    else { throw Problem.foreignForm }
    var response = Response.mending(page(of: unsent, visit))
    response.mark(.personal)
    return response
  }
}
