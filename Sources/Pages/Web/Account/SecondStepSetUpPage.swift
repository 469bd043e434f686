import Charts
import HTML

/// Setting up the second step of signing in: an app that shows codes.
public struct SecondStepSetUpPage: Hashable, Sendable {
  private let visit: Visit
  private let link: String
  private let secret: String
  private let isRequired: Bool
  private let problems: [FormProblem]

  /// Creates the page.
  ///
  /// - Parameters:
  ///   - visit: what is known of the request.
  ///   - link: the `otpauth:` address that an app takes up.
  ///   - secret: the secret in base 32, for typing.
  ///   - isRequired: whether the account cannot be used without.
  ///   - problems: what was wrong before.
  public init(
    _ visit: Visit, link: String, secret: String, isRequired: Bool, problems: [FormProblem] = []
  ) {
    self.visit = visit
    self.link = link
    self.secret = secret
    self.isRequired = isRequired
    self.problems = problems
  }

  /// The whole page.
  public var html: String {
    let form = Form(
      action: WebPath.ownSecondStep, visit: visit, button: "Turn the second step on",
      content: Field.code(problems).view)
    return visit.page(
      "Second step", heading: "Set up a second step", lead: lead, problems: problems,
      main: """
        <section aria-labelledby="app">
        <h2 id="app">1. Take it up in an app</h2>
        <p>You need an app for one-time codes. Many password managers can do it, too.</p>
        \(picture)\(onThisPhone)<p>Or type this into the app, as a code that changes with time:</p>
        <p><code class="secret">\(SecondStepSetUpPage.groups(of: secret))</code></p>
        </section>
        <section aria-labelledby="check">
        <h2 id="check">2. Enter the code that it shows</h2>
        \(form.view)</section>
        \(isRequired ? nil : AccountPage.back("Not now: back to your account"))
        """)
  }

  private var lead: [String] {
    [
      "With it, nobody can sign in with your password alone: a code from your phone is asked for, too."
    ] + (isRequired ? ["Accounts of those who work here need one."] : [])
  }

  /// The picture for another device's camera; a link too long for one leaves the other two ways.
  private var picture: HTML? {
    guard let code = try? QRCode(link) else { return nil }
    return """
      <p>On a computer: point the app's camera at this picture.</p>
      \(code.svg(label: "The same secret as below, as a picture for a camera"))

      """
  }

  private var onThisPhone: HTML? {
    guard link.hasPrefix("otpauth://") else { return nil }
    return "<p>On this phone: <a class=\"action\" href=\"\(link)\">Open in your app</a></p>\n"
  }

  /// Four characters at a time, which eyes and fingers can follow.
  static func groups(of secret: String) -> String {
    let characters = Array(secret)
    return stride(from: 0, to: characters.count, by: 4).map {
      String(characters[$0..<min($0 + 4, characters.count)])
    }.joined(separator: " ")
  }
}
