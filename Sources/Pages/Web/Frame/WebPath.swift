/// The addresses of the site. They hold no word about health and no name: addresses are seen in
/// histories and logs.
public enum WebPath {
  /// Home: what can be done here.
  public static let home = "/"
  /// What pages use beside themselves; the name of an ``Asset`` follows.
  public static let assets = "/assets"
  /// The small picture that browsers ask for by themselves, ``Icon/ico``.
  public static let icon = "/favicon.ico"
  /// Help in a crisis; never behind limits or signing in.
  public static let help = "/help"
  /// Help in every country; served by ``HelpPage`` with `everywhere` for a country.
  public static let helpEverywhere = "/help/everywhere"
  /// Signs out, clears what the browser kept, and goes to a page of no interest to anybody.
  public static let leave = "/leave"
  /// Stays signed in: any page of the site does, and this one says so.
  public static let stay = "/session"
  /// Making the first account; the one-time token follows.
  public static let setUp = "/set-up"
  /// Accepting an invitation; the one-time token follows.
  public static let invitation = "/invitation"
  /// Signing in.
  public static let signIn = "/sign-in"
  /// The second step of signing in.
  public static let secondStep = "/sign-in/code"
  /// Signing out.
  public static let signOut = "/sign-out"
  /// Making an account for oneself, where the site allows it.
  public static let register = "/register"
  /// Asking for a link to choose a new password; the one-time token follows in such a link.
  public static let forgotten = "/password"
  /// One's own account.
  public static let account = "/account"
  /// Changing one's own password.
  public static let ownPassword = "/account/password"
  /// Setting up the second step of signing in.
  public static let ownSecondStep = "/account/second-step"
  /// Turning the second step off.
  public static let withoutSecondStep = "/account/second-step/off"
  /// New recovery codes.
  public static let recoveryCodes = "/account/codes"
  /// Signing out elsewhere.
  public static let sessions = "/account/sessions"
  /// Deleting one's own account.
  public static let deletion = "/account/delete"
  /// Entering the password again before something important.
  public static let confirmation = "/account/confirm"
  /// One's own record.
  public static let record = "/overview"
  /// Who looked at one's record.
  public static let accesses = "/access"
  /// What one agrees to.
  public static let sharing = "/sharing"
  /// The people one cares for; the identifier of one of them may follow.
  public static let people = "/people"
  /// Inviting somebody whom one will care for.
  public static let newPatient = "/people/new"
  /// Under a person's path: one's own notes on them; the identifier of a note may follow.
  public static let ownNotes = "notes"
  /// Opening a record in an emergency.
  public static let specialAccess = "/people/special-access"
  /// Accounts, for whoever runs the system.
  public static let accounts = "/admin/accounts"
  /// Inviting somebody.
  public static let invitations = "/admin/invitations"
  /// Whether an account can be used: its identifier is in the form.
  public static let accountState = "/admin/accounts/state"
  /// A link for a new password.
  public static let resetLinks = "/admin/accounts/link"
  /// Removing an account that nobody has accepted.
  public static let removals = "/admin/accounts/removal"
  /// Taking away a second step that somebody has lost.
  public static let lostSecondSteps = "/admin/accounts/second-step"
  /// Who cares for whom; the account of the patient follows.
  public static let teams = "/admin/teams"
  /// What was opened in emergencies, for whoever reviews it.
  public static let emergencies = "/emergencies"
  /// The trail of everything that was done.
  public static let trail = "/trail"

  /// Help in one country.
  ///
  /// - Parameter country: its ISO 3166 alpha-2 code.
  /// - Returns: the address, with the code in small letters.
  public static func help(in country: String) -> String { "\(help)/\(country.lowercased())" }
}
