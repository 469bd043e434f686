import HTML

/// Opening a record in an emergency, without being in the care team.
public struct SpecialAccessPage: Hashable, Sendable {
  private let visit: Visit
  private let person: String
  private let reason: String
  private let minutes: Int
  private let problems: [FormProblem]

  /// Creates the page.
  ///
  /// - Parameters:
  ///   - visit: what is known of the request.
  ///   - person: the identifier that was entered before.
  ///   - reason: the reason that was entered before.
  ///   - minutes: for how long the record stays open.
  ///   - problems: what was wrong before.
  public init(
    _ visit: Visit, person: String = "", reason: String = "", minutes: Int = 60,
    problems: [FormProblem] = []
  ) {
    self.visit = visit
    self.person = person
    self.reason = reason
    self.minutes = minutes
    self.problems = problems
  }

  /// The whole page.
  public var html: String {
    visit.page(
      "Special access", heading: SpecialAccessPage.heading,
      lead: [
        "For one person, for \(minutes) minutes. The person sees that you did it and why, and it is "
          + "reviewed."
      ],
      problems: problems,
      main: form.view
        + "<p class=\"way\"><a href=\"\(WebPath.people)\">Back to your patients</a></p>\n")
  }

  private static let heading = "Open a record in an emergency"

  private var form: Form {
    let fields =
      Field.record(person, problems).view + Field.reason(reason, problems).view
      + Field.password("Your password", problems).view
    return Form(
      action: WebPath.specialAccess, visit: visit, button: "Open the record", isGrave: true,
      about: SpecialAccessPage.heading, content: fields)
  }
}
