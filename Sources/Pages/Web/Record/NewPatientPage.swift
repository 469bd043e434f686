import HTML

/// Inviting a patient, for whoever will care for them.
public struct NewPatientPage: Hashable, Sendable {
  private let visit: Visit
  private let name: String
  private let email: String
  private let problems: [FormProblem]

  /// Creates the page.
  ///
  /// - Parameters:
  ///   - visit: what is known of the request.
  ///   - name: the name that was entered before.
  ///   - email: the address that was entered before.
  ///   - problems: what was wrong before.
  public init(
    _ visit: Visit, name: String = "", email: String = "", problems: [FormProblem] = []
  ) {
    self.visit = visit
    self.name = name
    self.email = email
    self.problems = problems
  }

  /// The whole page.
  public var html: String {
    let fields =
      Field.name(name, problems, isOwn: false).view
      + Field.email(email, problems, isOwn: false).view
    return visit.page(
      "Invitation", heading: "Invite a patient",
      lead: [
        "They get a record of their own, and you are in their care team.",
        "The next page shows a link to hand over, once.",
      ],
      problems: problems,
      main: Form(
        action: WebPath.newPatient, visit: visit, button: "Make the invitation", content: fields
      ).view)
  }
}
