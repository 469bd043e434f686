import HTML

/// A name and an e-mail address: to ask for an account, or to invite somebody.
public struct PersonPage: Hashable, Sendable {
  /// Whose name and address, and what for.
  public enum Occasion: Hashable, Sendable {
    /// Somebody asks for an account without an invitation, where the site allows it.
    case ownAccount
    /// A clinician invites a patient, for whom they will care.
    case newPatient
  }

  private let visit: Visit
  private let occasion: Occasion
  private let name: String
  private let email: String
  private let problems: [FormProblem]

  /// Creates the page.
  ///
  /// - Parameters:
  ///   - visit: what is known of the request.
  ///   - occasion: whose name and address, and what for.
  ///   - name: the name that was entered before.
  ///   - email: the address that was entered before.
  ///   - problems: what was wrong before.
  public init(
    _ visit: Visit, occasion: Occasion, name: String = "", email: String = "",
    problems: [FormProblem] = []
  ) {
    self.visit = visit
    self.occasion = occasion
    self.name = name
    self.email = email
    self.problems = problems
  }

  /// The whole page.
  public var html: String {
    let words = occasion.words
    let isOwn = occasion == .ownAccount
    let form = Form(
      action: words.action, visit: visit, button: words.button, about: isOwn ? nil : words.heading,
      content: Field.person(name, email, problems, isOwn: isOwn))
    return visit.page(
      words.title, heading: words.heading, lead: words.lead, problems: problems,
      main: "\(form.view)<p class=\"way\"><a href=\"\(words.back)\">\(words.way)</a></p>\n")
  }
}

extension PersonPage.Occasion {
  fileprivate struct Words {
    let title: String
    let heading: String
    let lead: [String]
    let action: String
    let button: String
    let back: String
    let way: String
  }

  fileprivate var words: Words {
    switch self {
    case .ownAccount:
      Words(
        title: "New account", heading: "Ask for an account",
        lead: [
          "For people who want to keep a record here.",
          "This system sends no e-mail: whoever runs it hands you a link, and you choose a password.",
        ], action: WebPath.register, button: "Ask for an account", back: WebPath.signIn,
        way: "Back to signing in")
    case .newPatient:
      Words(
        title: "Invitation", heading: "Invite a patient",
        lead: [
          "They get a record of their own, and you are in their care team.",
          "The next page shows a link to hand over, once.",
        ], action: WebPath.newPatient, button: "Make the invitation", back: WebPath.people,
        way: "Back to your patients")
    }
  }
}
