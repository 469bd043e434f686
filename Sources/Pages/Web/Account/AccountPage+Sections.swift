import HTML

extension AccountPage {
  var secondStepSection: HTML {
    """
    <section aria-labelledby="second-step">
    <h2 id="second-step">Second step</h2>
    \(secondStepWords)</section>

    """
  }

  private var secondStepWords: HTML {
    switch secondStep {
    case .off:
      """
      <p>It is off. With a code from your phone nobody can sign in with your password alone.</p>
      <p class="way"><a href="\(WebPath.ownSecondStep)">Set up a second step</a></p>

      """
    case .on(let codesLeft, let mayTurnOff):
      """
      <p>It is on. \(AccountPage.left(codesLeft)) New ones make the old ones void.</p>
      \(Form(action: WebPath.recoveryCodes, visit: visit, button: "Make new recovery codes").small)\
      \(mayTurnOff ? turnOff : nil)
      """
    }
  }

  private var turnOff: HTML {
    "<p class=\"way\"><a href=\"\(WebPath.withoutSecondStep)\">Turn the second step off</a></p>\n"
  }

  static func left(_ codes: Int) -> String {
    switch codes {
    case ...0: "No recovery code is left: please make new ones."
    case 1: "One recovery code is left."
    default: "\(codes) recovery codes are left."
    }
  }

  var sessionSection: HTML {
    """
    <section aria-labelledby="sessions">
    <h2 id="sessions">Where you are signed in</h2>
    <p>If you do not know one of these, sign out there and change your password.</p>
    <ul class="rows">
    \(each: sessions, row)</ul>
    </section>

    """
  }

  private func row(_ session: Session) -> HTML {
    """
    <li><div><p><strong>\(session.device)</strong></p>
    <p>\(session.isThis ? "This device, now" : "Last used \(session.lastUsed)")</p></div>
    \(session.isThis ? nil : signOut(session))</li>

    """
  }

  private func signOut(_ session: Session) -> HTML {
    Form(
      action: WebPath.sessions, visit: visit, button: "Sign out there",
      label: "Sign out there: \(session.device), last used \(session.lastUsed)",
      hidden: [(.session, session.id)]
    ).small
  }
}
