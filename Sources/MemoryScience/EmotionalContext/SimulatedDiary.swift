private import Foundation
internal import Statistics

/// The diary of an invented person whose affect follows ``EmotionalContextModel/context`` exactly.
public struct SimulatedDiary: Hashable, Sendable {
  /// The affect among events as usual.
  public var baseline = 4.0
  /// The change of affect for a unit above the neutral point.
  public var pleasantEffect = 0.3
  /// The change of affect for a unit below it.
  public var unpleasantEffect = -0.4
  /// The half-life of context in hours, above 0.
  public var halfLife = 3.0
  /// Whether events act at their own prompt alone while the unexplained part lingers.
  public var isMomentary = false
  /// The share of context in the unexplained variance, 0 to 1.
  public var contextShare = 0.4
  /// The unexplained standard deviation of affect, 0 or more.
  public var deviation = 0.8
  /// How many days the diary lasts.
  public var days = 6
  /// How many prompts come each day.
  public var promptsADay = 10
  /// The hours between two prompts, each moved at random by up to a third.
  public var hoursBetween = 1.5
  /// The probability that a prompt is missed.
  public var missing = 0.2

  /// Creates the settings.
  public init() {}

  /// Draws a diary with events of -4 to 3, the pleasant ones more frequent.
  ///
  /// - Parameters:
  ///   - seed: the seed.
  ///   - person: which person of that seed.
  /// - Returns: the prompts in order; a missed prompt has neither event nor affect.
  /// - Throws: ``MemoryScienceError/option(_:)`` when a setting is out of range.
  public func entries(seed: UInt64, person: Int) throws(MemoryScienceError) -> [DiaryEntry] {
    try check()
    var random = RandomStream(seed: seed, stream: UInt64(truncatingIfNeeded: person))
    var prompts: [(hour: Double, day: Int, event: Double)] = []
    for day in 0..<days {
      for prompt in 0..<promptsADay {
        let shift = (random.uniform() - 0.5) / 1.5
        let hour = 24 * Double(day) + 8 + hoursBetween * (Double(prompt) + shift)
        // Two numbers to choose from make the middle of the scale the most frequent.
        let event = (-4 + 8 * max(random.uniform(), random.uniform())).rounded(.down)
        prompts.append((hour, day, event))
      }
    }
    return affected(prompts, &random)
  }

  private func affected(
    _ prompts: [(hour: Double, day: Int, event: Double)], _ random: inout RandomStream
  ) -> [DiaryEntry] {
    let effects = prompts.map { prompt in
      pleasantEffect * max(prompt.event, 0) + unpleasantEffect * max(-prompt.event, 0)
    }
    let usual = effects.reduce(0, +) / Double(effects.count)
    let spread = deviation * contextShare.squareRoot()
    var context = spread * random.normal()
    var carried = 0.0
    return prompts.indices.map { index in
      let prompt = prompts[index]
      let gap = index == 0 ? 0 : prompt.hour - prompts[index - 1].hour
      let kept = halving(gap, halfLife)
      context = kept * context + spread * (1 - kept * kept).squareRoot() * random.normal()
      carried = (isMomentary ? 0 : kept * carried) + effects[index] - usual
      let noise = deviation * (1 - contextShare).squareRoot() * random.normal()
      let isMissed = random.uniform() < missing
      return DiaryEntry(
        hour: prompt.hour, event: isMissed ? nil : prompt.event,
        affect: isMissed ? nil : baseline + carried + context + noise, day: prompt.day)
    }
  }

  private func check() throws(MemoryScienceError) {
    let numbers = [baseline, pleasantEffect, unpleasantEffect]
    guard numbers.allSatisfy({ abs($0) < 1e6 }), halfLife > 0, halfLife.isFinite,
      0...1 ~= contextShare, 0...1e6 ~= deviation, 0...1 ~= missing
    else { throw .option("a setting of the simulated diary is out of range") }
    guard 1...10_000 ~= days, 1...100 ~= promptsADay, hoursBetween > 0,
      hoursBetween * Double(promptsADay) <= 23
    else { throw .option("the prompts of the simulated diary do not fit into its days") }
  }
}
