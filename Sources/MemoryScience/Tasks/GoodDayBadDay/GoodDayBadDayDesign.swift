/// As many good and as many bad events of one's life as come to mind, each in its own time.
///
/// After Hitchcock and colleagues (2020), who found more good than bad events in health and not in
/// depression. Forms differ in which side comes first and in nothing else, so that the task can be
/// done again.
public struct GoodDayBadDayDesign: TaskDesign {
  /// One of the two sides.
  public struct Part: Hashable, Sendable, Codable {
    /// Which events are asked for: positive or negative.
    public let valence: WordValence
    /// Seconds for naming them.
    public let seconds: Double

    /// Creates a part.
    ///
    /// - Parameters:
    ///   - valence: which events are asked for.
    ///   - seconds: the time for naming them.
    public init(valence: WordValence, seconds: Double) {
      self.valence = valence
      self.seconds = seconds
    }
  }

  /// What names the design.
  public let key: DesignKey
  /// The keys of the instructions in the order in which they are shown.
  public let instructions: [String]
  /// The two sides in order.
  public let parts: [Part]
  /// The greatest number on the scale of how strongly an event was and is felt; the least is 0.
  public let greatestIntensity: Int

  /// Makes the design of a form.
  ///
  /// - Parameters:
  ///   - form: from 1 on; odd and even forms begin with different sides, by a toss of the seed.
  ///   - seed: the seed.
  /// - Throws: an error when a number is out of range.
  public init(form: Int, seed: Int) throws(MemoryScienceError) {
    key = try DesignKey(task: .goodDayBadDay, form: form, seed: seed)
    var toss = key.allocation
    let beginsWithGood = (toss.index(below: 2) + form).isMultiple(of: 2)
    let good = Part(valence: .positive, seconds: 60)
    let bad = Part(valence: .negative, seconds: 60)
    parts = beginsWithGood ? [good, bad] : [bad, good]
    instructions =
      ["good-day-bad-day.name-events"] + parts.map { "good-day-bad-day.\($0.valence.rawValue)" }
      + ["good-day-bad-day.feeling-then", "good-day-bad-day.feeling-now"]
    greatestIntensity = 10
  }
}
