/// One prompt of a diary: what had happened since the last one, and how the person felt.
public struct DiaryEntry: Hashable, Sendable {
  /// When, in hours from any origin, nights included.
  public var hour: Double
  /// The pleasantness of what happened since the last prompt, in units of its scale; `nil` when it was
  /// not rated.
  public var event: Double?
  /// The affect at the prompt, in units of its scale; `nil` when it was not rated.
  public var affect: Double?
  /// The day, by which held-out prediction leaves readings out.
  public var day: Int

  /// Creates an entry.
  ///
  /// - Parameters:
  ///   - hour: when, in hours from any origin.
  ///   - event: the pleasantness of what happened since the last prompt.
  ///   - affect: the affect at the prompt.
  ///   - day: the number of the day.
  public init(hour: Double, event: Double?, affect: Double?, day: Int) {
    self.hour = hour
    self.event = event
    self.affect = affect
    self.day = day
  }
}
