private import Foundation
internal import Statistics

/// How well variants of ``EmotionalContextModel`` foretell days of one diary that they were not fitted to.
///
/// Each day in turn is left out, the variant is fitted to the others, and scored by the log density
/// that it gives to the affects of the day left out, each with the earlier ones of the day and all
/// other days known, as a forecast from prompt to prompt would have them. More parameters help only
/// if what they say is true.
public struct DiaryComparison: Sendable {
  /// The mean log density of a left-out reading by variant, in nats.
  public let scores: [EmotionalContextModel: Double]
  /// How many readings were scored.
  public let readingCount: Int

  /// Scores variants.
  ///
  /// - Parameters:
  ///   - models: the variants.
  ///   - series: the diary.
  /// - Throws: ``MemoryScienceError`` when a variant cannot be fitted without one of the days.
  public init(
    _ models: [EmotionalContextModel] = EmotionalContextModel.allCases, on series: DiarySeries
  ) throws(MemoryScienceError) {
    var scores: [EmotionalContextModel: Double] = [:]
    for model in models {
      scores[model] = try DiaryComparison.score(model, series) / Double(series.readingCount)
    }
    self.scores = scores
    readingCount = series.readingCount
  }

  /// How much better one variant foretells than another.
  ///
  /// - Parameters:
  ///   - model: the variant that is asked about.
  ///   - other: the one it is compared with.
  /// - Returns: nats a reading, above 0 where `model` foretells better; `nil` where one was not scored.
  public func gain(
    of model: EmotionalContextModel, over other: EmotionalContextModel
  ) -> Double? {
    guard let mine = scores[model], let theirs = scores[other] else { return nil }
    return mine - theirs
  }

  private static func score(
    _ model: EmotionalContextModel, _ series: DiarySeries
  ) throws(MemoryScienceError) -> Double {
    let whole = DiaryLikelihood(series: series, model: model)
    var sum = 0.0
    for day in Set(series.days).sorted() {
      let others = DiaryLikelihood(series: series.leavingOut(day: day), model: model)
      let dynamics = DiarySearch(likelihood: others, tolerance: 1e-3).best()
      guard let fit = others.profile(dynamics) else {
        throw .unusable("the effects of events cannot be told apart without day \(day)")
      }
      func density(_ isKept: (Int) -> Bool) -> Double {
        whole.logDensity(
          dynamics, coefficients: fit.coefficients, variance: fit.variance, keeping: isKept)
      }
      sum += density { _ in true } - density { $0 != day }
    }
    guard sum.isFinite else { throw .unusable("a left-out reading has no density") }
    return sum
  }
}

extension DiarySeries {
  /// The diary as if affect had not been rated on a day; its events are kept.
  func leavingOut(day: Int) -> DiarySeries {
    let kept = days.indices.filter { days[$0] != day }
    return DiarySeries(
      hours: hours, promptDays: promptDays, inputs: inputs, rated: kept.map { rated[$0] },
      affects: kept.map { affects[$0] }, days: kept.map { days[$0] }, sensitivity: sensitivity)
  }

  /// The control: the same diary with its rated events in another order, so that none of them has to do
  /// with what was felt after it.
  ///
  /// - Parameters:
  ///   - entries: the diary.
  ///   - seed: the seed of the order.
  ///   - person: which stream of that seed.
  /// - Returns: the entries, missed ratings in their places.
  public static func shuffledEvents(
    _ entries: [DiaryEntry], seed: UInt64, person: Int
  ) -> [DiaryEntry] {
    var random = RandomStream(seed: seed, stream: UInt64(truncatingIfNeeded: person))
    var events = entries.compactMap(\.event)
    for last in stride(from: events.count - 1, to: 0, by: -1) {
      events.swapAt(last, Int(random.next() % UInt64(last + 1)))
    }
    var rest = events.makeIterator()
    return entries.map { entry in
      var entry = entry
      if entry.event != nil { entry.event = rest.next() }
      return entry
    }
  }
}
