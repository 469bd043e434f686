/// The diary of one person, checked and made ready for fitting.
public struct DiarySeries: Hashable, Sendable {
  /// How events are told apart.
  public enum Sensitivity: Hashable, Sendable {
    /// Events above and below the neutral point have effects of their own.
    case separate
    /// One effect for all of the scale.
    case single
  }

  /// Fewest prompts with a rated affect.
  public static let fewestReadings = 20
  /// Fewest days with a rated affect.
  public static let fewestDays = 3
  /// Fewest rated events on a side of the neutral point, where the sides have effects of their own.
  public static let fewestEvents = 5

  /// Fewest prompts whose affect is not the most frequent one.
  public static let fewestChanges = 5

  /// The hours of all prompts, ascending.
  let hours: [Double]
  /// The days of all prompts.
  let promptDays: [Int]
  /// For each effect, the centred event at each prompt; 0 where it was not rated.
  let inputs: [[Double]]
  /// The prompts with a rated affect.
  let rated: [Int]
  /// The affect at those prompts.
  let affects: [Double]
  /// The days of those prompts.
  let days: [Int]
  /// How events are told apart.
  public let sensitivity: Sensitivity
  /// How many prompts have a rated affect.
  public var readingCount: Int { rated.count }

  /// Checks a diary.
  ///
  /// - Parameters:
  ///   - entries: the prompts in any order, missed ones included or not.
  ///   - neutral: the point of the scale at which an event is neither pleasant nor unpleasant.
  ///   - sensitivity: whether pleasant and unpleasant events have effects of their own.
  /// - Throws: ``MemoryScienceError`` when there are too few prompts, days or events to tell anything,
  ///   when affect never changes, or when a number is not finite or a time comes twice.
  public init(
    _ entries: [DiaryEntry], neutral: Double = 0, sensitivity: Sensitivity = .separate
  ) throws(MemoryScienceError) {
    let sorted = entries.sorted { $0.hour < $1.hour }
    try Self.check(sorted, neutral: neutral)
    let rated = sorted.indices.filter { sorted[$0].affect != nil }
    try Self.checkAmount(rated.map { sorted[$0] })
    let offsets = sorted.map { entry in entry.event.map { $0 - neutral } }
    inputs =
      switch sensitivity {
      case .separate:
        [
          try Self.centred(offsets.map { $0.map { max($0, 0) } }, what: "pleasant events"),
          try Self.centred(offsets.map { $0.map { max(-$0, 0) } }, what: "unpleasant events"),
        ]
      case .single: [try Self.centred(offsets, what: "events off the neutral point")]
      }
    hours = sorted.map(\.hour)
    promptDays = sorted.map(\.day)
    self.rated = rated
    affects = rated.compactMap { sorted[$0].affect }
    days = rated.map { sorted[$0].day }
    self.sensitivity = sensitivity
  }

  /// Gathers what was checked before.
  init(
    hours: [Double], promptDays: [Int], inputs: [[Double]], rated: [Int], affects: [Double],
    days: [Int], sensitivity: Sensitivity
  ) {
    self.hours = hours
    self.promptDays = promptDays
    self.inputs = inputs
    self.rated = rated
    self.affects = affects
    self.days = days
    self.sensitivity = sensitivity
  }

  private static func check(
    _ entries: [DiaryEntry], neutral: Double
  ) throws(MemoryScienceError) {
    // Squares of larger numbers could leave the range.
    let largest = 1e100
    guard neutral.isFinite, abs(neutral) < largest else {
      throw .option("the neutral point is not a number of the scale")
    }
    for (index, entry) in entries.enumerated() {
      let numbers = [entry.hour, entry.event ?? 0, entry.affect ?? 0]
      guard numbers.allSatisfy({ $0.isFinite && abs($0) < largest }) else {
        throw .unusable("prompt \(index + 1) in order of time holds a number out of range")
      }
      guard index == 0 || entry.hour > entries[index - 1].hour else {
        throw .unusable("two prompts are at hour \(entry.hour); join them or correct their times")
      }
    }
  }

  private static func checkAmount(_ rated: [DiaryEntry]) throws(MemoryScienceError) {
    guard rated.count >= fewestReadings else {
      throw .tooFew(observed: rated.count, needed: fewestReadings, what: "prompts with affect")
    }
    let days = Set(rated.map(\.day)).count
    guard days >= fewestDays else {
      throw .tooFew(observed: days, needed: fewestDays, what: "days with affect")
    }
    let counts = Dictionary(grouping: rated, by: \.affect).mapValues(\.count)
    let varied = rated.count - (counts.values.max() ?? 0)
    guard varied >= fewestChanges else {
      throw .tooFew(
        observed: varied, needed: fewestChanges, what: "prompts with another affect than the usual")
    }
  }

  private static func centred(
    _ values: [Double?], what: String
  ) throws(MemoryScienceError) -> [Double] {
    let known = values.compactMap(\.self)
    let used = known.count { $0 != 0 }
    guard used >= fewestEvents else {
      throw .tooFew(observed: used, needed: fewestEvents, what: what)
    }
    let mean = known.reduce(0, +) / Double(known.count)
    guard known.contains(where: { $0 != known[0] }) else {
      throw .unusable("\(what) are rated the same every time; their effect cannot be told")
    }
    return values.map { ($0 ?? mean) - mean }
  }

  /// The effect of every event that has come so far at the rated prompts, for sensitivities of 1.
  ///
  /// - Parameters:
  ///   - halfLife: of the effect in hours; `nil` for none beyond the own prompt.
  ///   - endsWithDay: whether an effect ends with its day.
  /// - Returns: for each input its effect at each rated prompt.
  func regressors(halfLife: Double?, endsWithDay: Bool = false) -> [[Double]] {
    inputs.map { input in
      guard let halfLife else { return rated.map { input[$0] } }
      var path = input
      for index in path.indices.dropFirst() {
        guard !endsWithDay || promptDays[index] == promptDays[index - 1] else { continue }
        let kept = halving(hours[index] - hours[index - 1], halfLife)
        path[index] += kept * path[index - 1]
      }
      return rated.map { path[$0] }
    }
  }
}
