/// A treatment as the model sees it: numbers only, no code of its own.
///
/// The numbers are fitted to groups in trials, not to a person, and say nothing about what anybody
/// should take.
public struct Treatment: Hashable, Sendable {
  /// The name of the treatment, which also names its window: sessions of one treatment share one.
  public var id: String
  /// a: how far one session opens the window of plasticity, from 0 to 1.
  public var windowAmplitude = 0.0
  /// Days until 1/e of the window is left.
  public var windowDays = 7.0
  /// J: the acute lift of one session.
  public var acuteLift = 0.0
  /// c: the share of retrieval that one session takes away, from 0 to 1.
  public var retrievalLoss = 0.0
  /// Days until 1/e of that loss is left.
  public var retrievalLossDays = 14.0
  /// The occupancy of the transporter while it is taken, from 0 to 1.
  public var occupancy = 0.0
  /// What the first visit weighs as an expectancy; an ordinary first visit weighs 1.
  public var firstVisit = 1.0
  /// What each later visit weighs.
  public var laterVisit = 0.25
  /// Units of practice of one session.
  public var practice = 0.0
  /// The share of its practice that is aimed at negative memories, from 0 to 1.
  public var aimed = 0.0

  /// A treatment that does nothing yet.
  ///
  /// - Parameter id: its name.
  public init(id: String) { self.id = id }
}
