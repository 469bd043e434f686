import HTML

/// Making an account: the first of a system, one that somebody was invited to, or one's own.
public struct NewAccountPage: Hashable, Sendable {
  /// How somebody comes to make an account.
  public enum Occasion: Hashable, Sendable {
    /// The system is new; the one-time link was printed where it was started.
    case first
    /// Somebody was invited, to use it for this, such as `as a clinician`.
    case invited(role: String)
    /// Anybody may.
    case own
  }

  private let visit: Visit
  private let occasion: Occasion
  private let action: String
  private let name: String
  private let email: String
  private let minimum: Int
  private let problems: [FormProblem]

  /// Creates the page.
  ///
  /// - Parameters:
  ///   - visit: what is known of the request.
  ///   - occasion: how somebody comes to make an account.
  ///   - action: where the form is sent; the one-time link itself where there is one.
  ///   - name: the name that was entered before.
  ///   - email: the address that was entered before, or that the invitation went to.
  ///   - minimumPassword: how many characters a password has at least.
  ///   - problems: what was wrong before.
  public init(
    _ visit: Visit, occasion: Occasion, action: String, name: String = "", email: String = "",
    minimumPassword: Int, problems: [FormProblem] = []
  ) {
    self.visit = visit
    self.occasion = occasion
    self.action = action
    self.name = name
    self.email = email
    minimum = minimumPassword
    self.problems = problems
  }

  /// The whole page.
  public var html: String {
    let fields =
      Field.name(name, problems).view + Field.email(email, problems).view
      + Field.newPassword(minimum: minimum, problems)
    let form = Form(action: action, visit: visit, button: "Make the account", content: fields)
    return visit.page(
      "New account", heading: heading, lead: lead, problems: problems, main: form.view)
  }

  private var heading: String {
    switch occasion {
    case .first: "Set up Anamnesis"
    case .invited: "Welcome"
    case .own: "Make an account"
    }
  }

  private var lead: [String] {
    switch occasion {
    case .first:
      [
        "This makes the first account, which can invite others.",
        "The link that brought you here works once.",
      ]
    case .invited(let role):
      [
        "You were invited \(role). Choose how you will sign in.",
        "The link that brought you here works once.",
      ]
    case .own: ["It takes a minute. You can delete the account again at any time."]
    }
  }
}
