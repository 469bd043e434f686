/// One practice of a keepsake.
public struct Retrieval: Hashable, Sendable, Codable {
  /// What was practised.
  public enum Mode: String, Choice {
    /// The memory was asked for before it was shown.
    case retrieve
    /// The memory was read again.
    case reread
  }

  /// How specific a memory was.
  public enum Specificity: String, Choice {
    /// One event of at most a day.
    case specific
    /// An event of more than a day.
    case extended
    /// A kind of event that happened often.
    case categoric
    /// Words that go with the cue, no memory.
    case association
    /// Nothing came.
    case omission
  }

  /// The keepsake.
  public let keepsake: EntryID
  /// What was practised.
  public let mode: Mode
  /// How specific the memory was.
  public let specificity: Specificity?
  /// The time until the memory came, in seconds or milliseconds.
  public let latency: Quantity?
  /// How vivid it was.
  public let vividness: Rating?
  /// The mood before.
  public let moodBefore: Rating?
  /// The mood after.
  public let moodAfter: Rating?
  /// What came to mind.
  public let account: FreeText?

  /// Creates the fact.
  ///
  /// - Parameters:
  ///   - keepsake: the keepsake.
  ///   - mode: what was practised.
  ///   - specificity: how specific the memory was.
  ///   - latency: the time until the memory came, in seconds or milliseconds.
  ///   - vividness: how vivid it was.
  ///   - moodBefore: the mood before.
  ///   - moodAfter: the mood after.
  ///   - account: what came to mind.
  public init(
    keepsake: EntryID, mode: Mode, specificity: Specificity? = nil, latency: Quantity? = nil,
    vividness: Rating? = nil, moodBefore: Rating? = nil, moodAfter: Rating? = nil,
    account: FreeText? = nil
  ) {
    self.keepsake = keepsake
    self.mode = mode
    self.specificity = specificity
    self.latency = latency
    self.vividness = vividness
    self.moodBefore = moodBefore
    self.moodAfter = moodAfter
    self.account = account
  }
}
