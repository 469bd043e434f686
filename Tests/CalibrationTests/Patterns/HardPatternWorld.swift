import Foundation
import Inference
import Statistics

/// Invented people whose diaries break what the search for patterns takes for granted. None of the five
/// predictors acts on the outcome, at any lag.
enum HardPatternWorld: String, CaseIterable, Sendable {
  /// Shocks and noise with 2.5 degrees of freedom.
  case heavyTails
  /// Predictors that are 0 on most days and 1 on few, beside heavy tails.
  case rarePredictors
  /// Answers 0 to 3.
  case fourAnswers
  /// Predictors are mostly missing on bad days.
  case missingWhenBad
  /// Answers are mostly missing on days of one predictor.
  case missingByPredictor
  /// Three gaps of up to five weeks.
  case longGaps
  /// Predictors that wander by themselves.
  case wanderingPredictors
  /// All swings are three times as wide from some day on.
  case widerSwings
  /// Everything steps up on one day.
  case sharedStep
  /// Affect that carries over for ten days.
  case slowAffect
  /// Yesterday's answer moves today's predictors.
  case answerMovesPredictors
  /// Yesterday's affect, which no answer shows in full, moves today's predictors.
  case affectMovesPredictors

  /// One person of 120 to 360 days.
  func person(_ stream: inout RandomStream) throws -> PatternWorld.Person {
    var life = HardLife(self, days: 120 + Int(240 * stream.uniform()), using: &stream)
    for day in 0..<life.days { life.live(day, using: &stream) }
    return try life.diary(using: &stream)
  }
}

/// The days of one person.
private struct HardLife {
  let world: HardPatternWorld
  let days: Int
  private let spread: Double
  private let persistence: Double
  private let drift: Double
  private let turn: Int
  private var states: [Double]
  private var level = 0.0
  private var affects: [Double]
  private var answers: [Double] = []
  private var predictors: [[Double]]

  init(_ world: HardPatternWorld, days: Int, using stream: inout RandomStream) {
    self.world = world
    self.days = days
    spread = 0.4 + 0.3 * stream.uniform()
    persistence = world == .slowAffect ? 0.9 : exp(-1 / (1 + 3 * stream.uniform()))
    drift = 0.06 * stream.uniform()
    turn = Int(Double(days) * (0.2 + 0.6 * stream.uniform()))
    states = PatternWorld.names.map { _ in stream.normal() }
    affects = [spread * stream.normal()]
    predictors = PatternWorld.names.map { _ in [] }
  }

  private var hasHeavyTails: Bool { [.heavyTails, .rarePredictors].contains(world) }

  private func shock(using stream: inout RandomStream) -> Double {
    guard hasHeavyTails else { return stream.normal() }
    return stream.normal() / (stream.gamma(shape: 1.25) / 1.25).squareRoot() / 1.5
  }

  mutating func live(_ day: Int, using stream: inout RandomStream) {
    let step = world == .sharedStep ? (day > turn ? 0.8 : -0.8) : 0
    livePredictors(day, step, using: &stream)
    let fresh = (1 - persistence * persistence).squareRoot() * spread
    affects.append(persistence * affects[day] + fresh * shock(using: &stream))
    level += drift * stream.normal()
    var swing = affects[day + 1] + 0.6 * shock(using: &stream)
    if world == .widerSwings, day > turn { swing *= 3 }
    let answer = level + swing + step
    answers.append(world == .fourAnswers ? min(max((1.5 + answer).rounded(), 0), 3) : answer)
  }

  private mutating func livePredictors(
    _ day: Int, _ step: Double, using stream: inout RandomStream
  ) {
    let memory = world == .wanderingPredictors ? 0.98 : 0.4
    let shared = stream.normal()
    for index in states.indices {
      let fresh = 0.3.squareRoot() * shared + 0.7.squareRoot() * stream.normal()
      states[index] = memory * states[index] + (1 - memory * memory).squareRoot() * fresh
      var value = states[index] + step
      switch world {
      case .answerMovesPredictors where day > 0: value += 0.5 * answers[day - 1]
      case .affectMovesPredictors: value += affects[day] / spread
      case .rarePredictors: value = value > 1.5 ? 1 : 0
      default: break
      }
      predictors[index].append(value)
    }
  }

  /// What was written down of it.
  func diary(using stream: inout RandomStream) throws -> PatternWorld.Person {
    let missed = 0.3 * stream.uniform()
    let gaps = gapDays(using: &stream)
    let middle = answers.sorted()[days / 2]
    var readings: [TrajectorySeries.Reading] = []
    var held = predictors.map { _ in [Int: Double]() }
    for day in 0..<days where !gaps.contains(day) {
      let answerMissed =
        world == .missingByPredictor ? (predictors[0][day] > 0.5 ? 0.6 : 0.1) : missed
      let rowMissed = world == .missingWhenBad ? (answers[day] > middle ? 0.6 : 0.05) : missed
      if stream.uniform() > answerMissed {
        readings.append(.init(time: Double(day), value: answers[day]))
      }
      guard stream.uniform() > rowMissed else { continue }
      for index in predictors.indices { held[index][day] = predictors[index][day] }
    }
    return PatternWorld.Person(
      outcome: try TrajectorySeries(readings, weekdayOfDayZero: 0),
      predictors: zip(PatternWorld.names, held).map { PatternPredictor(name: $0, values: $1) })
  }

  private func gapDays(using stream: inout RandomStream) -> Set<Int> {
    guard world == .longGaps else { return [] }
    return Set(
      (0..<3).flatMap { _ in
        let start = Int(Double(days) * stream.uniform())
        return Array(start..<start + 10 + Int(25 * stream.uniform()))
      })
  }
}
