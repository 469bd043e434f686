import HTML

/// Making an account: the first of a system, or one that somebody was invited to.
public struct NewAccountPage: Hashable, Sendable {
  /// How somebody comes to make an account.
  public enum Occasion: Hashable, Sendable {
    /// The system is new; the one-time link was printed where it was started.
    case first
    /// Somebody was invited, to use it for this, such as `as a clinician`.
    case invited(role: String)
  }

  private let visit: Visit
  private let occasion: Occasion
  private let action: String
  private let name: String
  private let email: String
  private let minimum: Int
  private let use: Use?
  private let problems: [FormProblem]

  /// What a new system is for.
  public enum Use: String, Hashable, Sendable, CaseIterable {
    /// For people who treat and people who are treated.
    case clinic
    /// For one person, who keeps their own record.
    case solo
  }

  /// Creates the page.
  ///
  /// - Parameters:
  ///   - visit: what is known of the request.
  ///   - occasion: how somebody comes to make an account.
  ///   - action: where the form is sent; the one-time link itself where there is one.
  ///   - name: the name that was entered before.
  ///   - email: the address that was entered before, or that the invitation went to.
  ///   - minimumPassword: how many characters a password has at least.
  ///   - use: what was chosen before that a new system is for.
  ///   - problems: what was wrong before.
  public init(
    _ visit: Visit, occasion: Occasion, action: String, name: String = "", email: String = "",
    minimumPassword: Int, use: Use? = nil, problems: [FormProblem] = []
  ) {
    self.visit = visit
    self.occasion = occasion
    self.action = action
    self.name = name
    self.email = email
    minimum = minimumPassword
    self.use = use
    self.problems = problems
  }

  /// The whole page.
  public var html: String {
    let fields = choice + owner + Field.newPassword(minimum: minimum, problems)
    let form = Form(action: action, visit: visit, button: "Make the account", content: fields)
    return visit.page(
      "New account", heading: heading, lead: lead, problems: problems, main: form.view)
  }

  /// Who is invited was said by whoever invited.
  private var owner: HTML {
    guard case .invited = occasion else {
      return Field.person(name, email, problems)
    }
    return """
      <p>For <strong>\(name)</strong>. You will sign in with the address <strong>\(email)</strong>.</p>

      """
  }

  private var choice: HTML {
    guard occasion == .first else { return .empty }
    return Choices(
      name: .role, legend: "What will it be used for?",
      choices: [
        Choice(id: Use.clinic.rawValue, words: "A clinic or practice: I run it for others."),
        Choice(id: Use.solo.rawValue, words: "Myself alone: I keep my own record."),
      ], chosen: (use ?? .clinic).rawValue, problems: problems
    ).view
  }

  private var heading: String {
    switch occasion {
    case .first: "Set up Anamnesis"
    case .invited: "Welcome"
    }
  }

  private var lead: [String] {
    switch occasion {
    case .first:
      [
        "This makes the first account.",
        "The link that brought you here works once.",
      ]
    case .invited(let role):
      [
        "You were invited \(role). Choose how you will sign in.",
        "The link that brought you here works once.",
      ]
    }
  }
}
