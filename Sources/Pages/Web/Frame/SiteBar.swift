import HTML

/// What stands at the top and at the end of every page of the site: help first, then the way out,
/// then the way around.
struct SiteBar {
  let visit: Visit
  var isHelp = false

  var view: HTML {
    """
    <div class="bar">
    <nav aria-label="Help and leaving"><ul>
    <li><a class="now" href="\(WebPath.help)"\(HTML.attribute("aria-current", isHelp ? "page" : nil))>\
    Need help now?</a></li>
    <li><a href="\(WebPath.leave)" rel="noreferrer">Leave quickly</a></li>
    </ul></nav>
    <nav aria-label="This site"><ul>
    \(visit.isSignedIn ? inside : outside)</ul></nav>
    </div>
    \(visit.isDemo ? demo : nil)\(visit.emergencyEnd.map(emergency))\(ending)\(visit.about.map(about))
    """
  }

  private var demo: HTML {
    """
    <p class="demo"><strong>A demonstration.</strong> Everybody here is invented. Enter nothing \
    about a real person.</p>

    """
  }

  private func emergency(_ end: String) -> HTML {
    """
    <p class="emergency" role="status"><strong>Open in an emergency, until \(end).</strong> You are \
    not in this person's care team. They see that you opened it, and it is reviewed.</p>

    """
  }

  private func about(_ about: Visit.About) -> HTML {
    """
    <nav class="about" aria-label="\(about.name)"><strong>\(about.name)</strong>\
    \(each: about.links, way)</nav>

    """
  }

  private func way(_ link: Visit.Link) -> HTML { " <a href=\"\(link.path)\">\(link.words)</a>" }

  /// What stands in the footer.
  var footer: HTML {
    """
    \(visit.sessionEnd.map(privacy))<p>Nobody watches this page. In danger, call your local \
    emergency number.</p>

    """
  }

  private var inside: HTML {
    """
    <li><a href="\(WebPath.home)">Home</a></li>
    <li><a href="\(WebPath.account)">Account</a></li>
    <li><form method="post" action="\(WebPath.signOut)">\(CSRF(visit).view)\
    <button class="plain" type="submit">Sign out</button></form></li>

    """
  }

  private var outside: HTML {
    """
    <li><a href="\(WebPath.home)">Anamnesis</a></li>
    <li><a href="\(WebPath.signIn)">Sign in</a></li>

    """
  }

  private func privacy(_ end: Visit.SessionEnd) -> HTML {
    """
    <p>To keep things private you are signed out after \(end.idleMinutes) minutes without opening \
    a page: about \(end.at).</p>

    """
  }

  /// A notice that the style sheet shows two minutes before the session ends, without a script.
  private var ending: HTML? {
    visit.sessionEnd.map { end in
      """
      <div class="ending after-\(SiteBar.minutes(before: end))" role="status"><p>\
      <strong>Are you still there?</strong> You are signed out about \(end.at). \
      <a href="\(WebPath.stay)" target="_blank" rel="noopener">Stay signed in</a> (a new tab opens; \
      what you typed here stays).</p></div>

      """
    }
  }

  /// After how many minutes the notice may come; the style sheet has a rule for each.
  static let warnings = [1, 3, 8, 13, 18, 28, 43, 58]

  static func minutes(before end: Visit.SessionEnd) -> Int {
    warnings.last { $0 < end.idleMinutes - 1 } ?? warnings[0]
  }
}
