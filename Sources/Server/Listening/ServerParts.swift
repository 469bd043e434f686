internal import Accounts
internal import HTTPTypes
internal import Hummingbird

/// What a server serves.
public struct ServerParts: Sendable {
  let version: String
  let help: HelpDesk
  let readiness: any Readiness
  let metrics: Metrics
  /// Why the records cannot be opened, in words for anybody; then there is help and nothing else.
  let diagnosis: String?
  /// Whether slow connections are ended; a test shows that without this they are not.
  var endsSlowConnections = true
  /// What is served beside help and health.
  var routes: [Route] = []
  /// Who may pass.
  var gatekeeper: any Gatekeeper = OpenDoorsOnly()
  /// What a person sees in place of what they asked for.
  var problemPage: ProblemPage = Problem.plainPage
  /// Saves what somebody wrote whose session has ended.
  var unsent: UnsentDesk?

  /// Puts the parts together.
  ///
  /// - Parameters:
  ///   - version: the version of the program.
  ///   - help: the pages of help, which are always answered.
  ///   - readiness: what has to hold for the server to work.
  ///   - metrics: where figures are kept.
  ///   - installation: the records and accounts that are served; `nil` when they cannot be opened.
  ///   - diagnosis: why the records cannot be opened, in a sentence for anybody, without a path;
  ///     `nil` when they can.
  public init(
    version: String, help: HelpDesk, readiness: any Readiness, metrics: Metrics = Metrics(),
    installation: Installation? = nil, diagnosis: String? = nil
  ) {
    self.version = version
    self.help = help
    self.readiness = readiness
    self.metrics = metrics
    self.diagnosis = diagnosis
    if let diagnosis {
      problemPage = Problem.diagnosisPage(diagnosis)
      routes = [Self.entries(help, .outOfOrder(diagnosis))]
    }
    guard let installation else { return }
    problemPage = Problem.sitePage(isDemo: installation.demo != nil)
    routes = installation.routes
    gatekeeper = AccountsGatekeeper(accounts: installation.accounts)
    unsent = UnsentDesk(site: Site(installation))
  }

  /// Takes up entries where none can be stored: help comes with the refusal.
  private static func entries(_ help: HelpDesk, _ problem: Problem) -> Route {
    Route(
      .post, "/api/entries", .open, of: .body, pace: .unlimited, bodyLimit: APIRoutes.entriesBody
    ) { request, _ in
      throw await help.first?.adding(to: problem, after: request) ?? problem
    }
  }
}
