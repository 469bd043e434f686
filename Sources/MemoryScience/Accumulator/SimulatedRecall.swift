/// One item that came to mind in a simulated recall period.
public struct SimulatedRecall: Hashable, Sendable {
  /// The list that it was studied in, from 0 on.
  public let list: Int
  /// Its place in that list, from 0 on.
  public let place: Int
  /// When it came to mind, in seconds from the start of the recall period.
  public let seconds: Double
  /// Whether it was reported; what does not fit the context is retrieved but held back.
  public let isReported: Bool

  /// Creates a recall.
  ///
  /// - Parameters:
  ///   - list: the list that it was studied in, from 0 on.
  ///   - place: its place in that list, from 0 on.
  ///   - seconds: when it came to mind.
  ///   - isReported: whether it was reported.
  public init(list: Int, place: Int, seconds: Double, isReported: Bool) {
    self.list = list
    self.place = place
    self.seconds = seconds
    self.isReported = isReported
  }
}
