import HTML
import Knowledge
import Pages

/// Every page of the site with invented content, by the name of its file.
enum SitePages {
  static let outside = Visit(csrf: "sample-csrf")
  static let inside = Visit(
    csrf: "sample-csrf", isSignedIn: true,
    sessionEnd: .init(idleMinutes: 30, at: "14:32"))
  static let told = Visit(
    csrf: "sample-csrf", isSignedIn: true, notice: "Your password is changed.",
    sessionEnd: .init(idleMinutes: 30, at: "14:32"))
  static let secret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
  static let link =
    "otpauth://totp/Anamnesis:mira%40example.org?secret=\(secret)&issuer=Anamnesis"

  /// What somebody may have typed, in every field that a page shows again.
  static let hostile = "<script>alert(\"1\")</script> & 'x'"

  static func all() throws -> [String: String] {
    let groups = [signIn, account, home, records, administration, trouble]
    return groups.reduce(try crisis()) { $0.merging($1) { first, _ in first } }
  }

  static var signIn: [String: String] {
    [
      "sign-in": SignInPage(outside, canRegister: true).html,
      "sign-in-wrong": SignInPage(
        outside, email: "mira@example.org", problems: [.wrongSignIn]
      ).html,
      "sign-in-slow": SignInPage(
        outside, email: "mira@example.org", problems: [.tooManyTries(again: "in 30 seconds")]
      ).html,
      "second-step": SecondStepPage(outside).html,
      "second-step-wrong": SecondStepPage(outside, problems: [.wrongCode]).html,
      "first-account": NewAccountPage(
        outside, occasion: .first, action: "/setup/token", minimumPassword: 12
      ).html,
      "invitation": NewAccountPage(
        outside, occasion: .invited(role: "as a clinician"), action: "/invitation/token",
        name: "Dr. Mira Example", email: "mira@example.org", minimumPassword: 12
      ).html,
      "invitation-wrong": NewAccountPage(
        outside, occasion: .invited(role: "as a clinician"), action: "/invitation/token",
        name: "Dr. Mira Example", email: "mira@example.org", minimumPassword: 12,
        problems: [.shortPassword(minimum: 12), .differentPasswords]
      ).html,
      "sign-in-unsent": SignInPage(outside, unsent: "c2VhbGVk").html,
      "second-step-unsent": SecondStepPage(outside, unsent: "c2VhbGVk").html,
      "register": PersonPage(outside, occasion: .ownAccount).html,
      "register-wrong": PersonPage(
        outside, occasion: .ownAccount, email: "mira", problems: [.name, .email]
      ).html,
      "forgotten": ForgottenPasswordPage(outside).html,
      "forgotten-no-mail": ForgottenPasswordPage(outside, sendsMail: false).html,
      "link-sent": LinkSentPage(outside).html,
      "new-password": NewPasswordPage(
        outside, action: "/password/token", minimumPassword: 12
      ).html,
      "new-password-wrong": NewPasswordPage(
        outside, action: "/password/token", minimumPassword: 12, problems: [.commonPassword]
      ).html,
    ]
  }

  static var account: [String: String] {
    [
      "set-up-second-step": SecondStepSetUpPage(
        inside, link: link, secret: secret, isRequired: true
      ).html,
      "recovery-codes": RecoveryCodesPage(
        inside, codes: (0..<10).map { "k7mq-2xw\($0)-p4rt" }
      ).html,
      "account": AccountPage(
        told, name: "Mira Example", email: "mira@example.org",
        secondStep: .on(codesLeft: 7, mayTurnOff: true),
        sessions: [
          .init(id: "1", device: "Firefox on Linux", lastUsed: "22 Nov 2026, 14:02", isThis: true),
          .init(id: "2", device: "Safari on iPhone", lastUsed: "20 Nov 2026, 21:15", isThis: false),
        ]
      ).html,
      "account-plain": AccountPage(
        inside, name: "Mira Example", email: "mira@example.org", secondStep: .off,
        sessions: [
          .init(id: "1", device: "Firefox on Linux", lastUsed: "22 Nov 2026, 14:02", isThis: true)
        ]
      ).html,
      "change-password": ChangePasswordPage(inside, minimumPassword: 12).html,
      "change-password-wrong": ChangePasswordPage(
        inside, minimumPassword: 12, problems: [.wrongPassword, .personalPassword]
      ).html,
      "confirm": ConfirmPage(
        inside, action: WebPath.withoutSecondStep, purpose: "Next, the second step is turned off.",
        isGrave: true
      ).html,
      "delete-account": DeleteAccountPage(
        inside,
        deleted: [
          "Your name, address and password.", "Everything you entered for yourself alone.",
        ],
        kept: ["The clinic's record of your treatment: ten years from its end, by law."],
        problems: [.confirmation]
      ).html,
      "stay": StayPage(inside).html,
    ]
  }

  static var home: [String: String] {
    [
      "home-patient": HomePage(
        inside, name: "Mira",
        places: [.ownRecord(path: "/overview"), .accesses, .sharing, .account],
        told: ["Dr. Jona Sample opened your record in an emergency on 20 Nov 2026."]
      ).html,
      "home-clinician": HomePage(
        inside, name: "Dr. Jona Sample",
        places: [.people(count: 14), .specialAccess, .account]
      ).html,
      "home-admin": HomePage(inside, name: "Kim", places: [.accounts, .account]).html,
      "home-auditor": HomePage(
        inside, name: "Noor", places: [.emergencies(open: 2), .trail, .account]
      ).html,
    ]
  }

  static func crisis() throws -> [String: String] {
    let knowledge = try Knowledge.bundled()
    let site = try knowledge.adjusted(by: SiteSettings(country: "IE"))
    return [
      "help": HelpPage(knowledge).html,
      "help-site": HelpPage(site).html,
      "help-de": HelpPage(knowledge, country: "de").html,
    ]
  }

  static var trouble: [String: String] {
    var pages = [
      "diagnosis": DiagnosisPage(
        findings: ["The data file has no valid header.", "4,096 bytes at its start are zero."],
        steps: ["Stop the server.", "Copy the folder as it is.", "Restore the latest backup."]
      ).html
    ]
    for status in [400, 401, 403, 404, 405, 413, 429, 500, 503] {
      pages["error-\(status)"] =
        ErrorPage(outside, status: status, again: status == 429 ? "in 30 seconds" : nil).html
    }
    pages["error-old-form"] = ErrorPage(outside, status: 403, sent: .oldForm).html
    pages["error-form-503"] = ErrorPage(outside, status: 503, sent: .form).html
    return pages
  }
}
