/// What every page of the site knows about the request it answers.
public struct Visit: Hashable, Sendable {
  /// When the session ends unless another page is opened.
  public struct SessionEnd: Hashable, Sendable {
    /// After how many minutes without opening a page.
    public let idleMinutes: Int
    /// The time of day at which that is, as people read it.
    public let at: String

    /// Creates the end of a session.
    ///
    /// - Parameters:
    ///   - idleMinutes: after how many minutes without opening a page.
    ///   - at: the time of day at which that is, such as `14:32`.
    public init(idleMinutes: Int, at: String) {
      self.idleMinutes = idleMinutes
      self.at = at
    }
  }

  /// A person whom a page is about, and the ways to what else there is about them.
  public struct About: Hashable, Sendable {
    /// Their name, or the number of their record.
    public let name: String
    /// Where a link leads, and what it says.
    public let links: [Link]

    /// Names a person.
    ///
    /// - Parameters:
    ///   - name: their name, or the number of their record.
    ///   - links: the ways from here.
    public init(name: String, links: [Link]) {
      self.name = name
      self.links = links
    }
  }

  /// A way to another page.
  public struct Link: Hashable, Sendable {
    /// What it says.
    public let words: String
    /// Where it leads.
    public let path: String

    /// Creates a link.
    ///
    /// - Parameters:
    ///   - words: what it says.
    ///   - path: where it leads.
    public init(_ words: String, path: String) {
      self.words = words
      self.path = path
    }
  }

  /// The value that each form sends back, so that no other site can send it.
  public var csrf: String
  /// Whether somebody is signed in.
  public var isSignedIn: Bool
  /// What has just been done, said once.
  public var notice: String?
  /// When the session ends.
  public var sessionEnd: SessionEnd?
  /// Whether all people and records here are invented, which every page says then.
  public var isDemo: Bool
  /// Until when, as people read it, the record is open that the page shows, when it was opened in an
  /// emergency.
  public var emergencyEnd: String?

  /// Whom the page is about, where it is not the reader.
  public var about: About?
  /// How forms with words of one's own name the account, so that what is written outlives the
  /// session.
  public var formOwner: String?

  /// Creates a visit.
  ///
  /// - Parameters:
  ///   - csrf: the value that each form sends back.
  ///   - isSignedIn: whether somebody is signed in.
  ///   - notice: what has just been done, such as `Your password is changed.`
  ///   - sessionEnd: when the session ends unless another page is opened.
  ///   - isDemo: whether all people and records here are invented.
  public init(
    csrf: String, isSignedIn: Bool = false, notice: String? = nil, sessionEnd: SessionEnd? = nil,
    isDemo: Bool = false
  ) {
    self.csrf = csrf
    self.isSignedIn = isSignedIn
    self.notice = notice
    self.sessionEnd = sessionEnd
    self.isDemo = isDemo
  }
}
