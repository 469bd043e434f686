/// How long the effects of events last in many people, if it is as long in all of them.
///
/// One diary says little about a half-life, many diaries together say more. Mood is let linger in
/// every variant, with a half-life of its own, so that mere inertia of mood, which also colours how
/// events are rated, does not pass for lingering events. Then the likelihood of every person is
/// computed over a row of half-lives of the effect of events, 0 for none beyond the own prompt, with all
/// else at its best for that person. Effects end with the day.
///
/// Sums of past events are smooth, and a smooth column fits some of any smooth mood. Diaries with their
/// events in a wrong order show how much, and that is taken off. The half-life for a person's ``gains``
/// is chosen by all others, so that it cannot fit that person's noise, and both sides of the
/// comparison estimate the same number of parameters.
public struct SharedHalfLife: Sendable {
  /// The half-lives that are tried, in hours; 0 is no lingering.
  public static let tried: [Double] = [0, 0.5, 0.75, 1, 1.5, 2, 3, 4, 6, 8]

  /// How far below the best the profile of a supported half-life may lie, in nats: a convention, taken
  /// from where a likelihood of one parameter would be cut.
  public static let supportDepth = 1.92

  /// The log-likelihood of all people at each half-life of ``tried``, less that without lingering and
  /// less what events in a wrong order gain.
  public let profile: [Double]
  /// The likeliest half-life of ``tried``, in hours.
  public let halfLife: Double
  /// The smallest and largest of ``tried`` whose ``profile`` is within ``supportDepth`` of the best, in
  /// hours.
  ///
  /// It is a region of support and no 95 % interval: the profile is a log-likelihood less the mean of a few
  /// wrong orders, and no likelihood itself. How often the region holds the truth is not known.
  public let supported: ClosedRange<Double>
  /// For each person the entry of their own profile at the half-life that all others favour, in nats for
  /// the whole diary.
  public let gains: [Double]

  /// One person's log-likelihood at each half-life.
  public struct Profile: Sendable {
    /// With events in their order.
    public let values: [Double]
    /// With events in a wrong order, the mean of all wrong orders that were tried.
    public let control: [Double]

    /// Creates a profile.
    ///
    /// - Parameters:
    ///   - values: with events in their order, one for each of ``SharedHalfLife/tried``.
    ///   - control: with events in a wrong order.
    public init(values: [Double], control: [Double]) {
      self.values = values
      self.control = control
    }
  }

  /// Compares half-lives over people.
  ///
  /// - Parameter profiles: of each person.
  /// - Throws: ``MemoryScienceError/tooFew(observed:needed:what:)`` below 2 people, or
  ///   ``MemoryScienceError/unusable(_:)`` where a profile has another length than ``tried``.
  public init(_ profiles: [Profile]) throws(MemoryScienceError) {
    guard profiles.count >= 2 else {
      throw .tooFew(observed: profiles.count, needed: 2, what: "people to share a half-life")
    }
    let tried = Self.tried
    guard
      profiles.allSatisfy({
        $0.values.count == tried.count && $0.control.count == tried.count
          && ($0.values + $0.control).allSatisfy(\.isFinite)
      })
    else { throw .unusable("a person's profile does not go with the half-lives that are tried") }
    let nets = profiles.map { own in
      tried.indices.map { own.values[$0] - own.values[0] - (own.control[$0] - own.control[0]) }
    }
    let sums = tried.indices.map { index in nets.reduce(0) { $0 + $1[index] } }
    func peak(_ values: [Double]) -> Int {
      values.indices.max { values[$0] < values[$1] } ?? 0
    }
    let best = peak(sums)
    let kept = tried.indices.filter { sums[$0] >= sums[best] - Self.supportDepth }
    profile = sums
    halfLife = tried[best]
    supported = tried[kept.first ?? best]...tried[kept.last ?? best]
    // At least some lingering is asked about, else the gain would be 0 by definition.
    gains = nets.map { own in
      let others = zip(sums, own).map { $0 - $1 }
      return own[peak(Array(others.dropFirst())) + 1]
    }
  }

  /// The profile of one person, with its control.
  ///
  /// Complexity: some thousand passes of a filter for each order of events.
  ///
  /// - Parameters:
  ///   - entries: the diary.
  ///   - neutral: the neutral point of the scale of events.
  ///   - sensitivity: whether pleasant and unpleasant events have effects of their own.
  ///   - shuffles: how many wrong orders are tried, 1 to 1000.
  ///   - seed: the seed of these orders.
  ///   - person: which stream of that seed.
  /// - Returns: the profile.
  /// - Throws: ``MemoryScienceError`` when the diary says too little or an option is out of range.
  public static func profile(
    of entries: [DiaryEntry], neutral: Double = 0,
    sensitivity: DiarySeries.Sensitivity = .single, shuffles: Int = 3, seed: UInt64, person: Int
  ) throws(MemoryScienceError) -> Profile {
    guard 1...1000 ~= shuffles else {
      throw .option("\(shuffles) wrong orders of events; ask for 1 to 1000")
    }
    let series = try DiarySeries(entries, neutral: neutral, sensitivity: sensitivity)
    var control = [Double](repeating: 0, count: tried.count)
    for shuffle in 0..<shuffles {
      let shuffled = try DiarySeries(
        DiarySeries.shuffledEvents(
          entries, seed: seed &+ UInt64(shuffle), person: person),
        neutral: neutral, sensitivity: sensitivity)
      for (index, value) in try profile(of: shuffled).enumerated() {
        control[index] += value / Double(shuffles)
      }
    }
    return Profile(values: try profile(of: series), control: control)
  }

  /// The log-likelihood of one person's diary at each half-life of ``tried``.
  ///
  /// - Parameter series: the diary.
  /// - Returns: one number for each half-life.
  /// - Throws: ``MemoryScienceError`` when the effects cannot be told apart in this diary.
  static func profile(of series: DiarySeries) throws(MemoryScienceError) -> [Double] {
    var values: [Double] = []
    for halfLife in tried {
      let model = halfLife == 0 ? EmotionalContextModel.inertia : .context
      let likelihood = DiaryLikelihood(series: series, model: model)
      let search = DiarySearch(
        likelihood: likelihood, tolerance: 1e-3, eventHalfLife: halfLife == 0 ? nil : halfLife)
      guard let found = likelihood.profile(search.best()) else {
        throw .unusable("the effects of events cannot be told apart in this diary")
      }
      values.append(found.logLikelihood)
    }
    return values
  }
}
