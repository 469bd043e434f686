private import Foundation
internal import Statistics

/// The cumulative probit model of a sample of people, with or without a random intercept:
///
///     P(answer ≥ k) = Φ(x'β + σ u - τ_k)      u ~ N(0, 1) once per person
///
/// ## Topics
/// - ``Answer``
/// - ``maximumLikelihood(of:highest:hasIntercept:)``
public struct CumulativeProbit: Sendable {
  /// One answer.
  public struct Answer: Hashable, Sendable {
    /// The answer, 0 to the highest.
    public var answer: Int
    /// The regressors.
    public var regressors: [Double]

    /// Creates an answer.
    ///
    /// - Parameters:
    ///   - answer: the answer, 0 to the highest.
    ///   - regressors: the regressors, as many for each answer of a sample.
    public init(_ answer: Int, regressors: [Double] = []) {
      self.answer = answer
      self.regressors = regressors
    }
  }

  /// τ, rising.
  public let thresholds: [Double]
  /// β.
  public let coefficients: [Double]
  /// σ, 0 without a random intercept.
  public let interceptDeviation: Double
  /// The log-likelihood: exact without an intercept, otherwise by numerical integration to about 1
  /// part in 10^8.
  public let logLikelihood: Double
  /// The log-likelihood as expectation propagation gives it at the same parameters.
  public let propagatedLogLikelihood: Double
  /// Whether the search ended because nothing better was near.
  public let isConverged: Bool

  /// Fits by maximum likelihood.
  ///
  /// Each person's intercept is integrated out by the trapezoidal rule around the law that
  /// expectation propagation finds for it. Complexity: about 50 evaluations per parameter, each
  /// O(41 × answers).
  ///
  /// - Parameters:
  ///   - people: the answers of each person.
  ///   - highest: the highest answer, 1 to 99.
  ///   - hasIntercept: whether people differ by a random intercept.
  /// - Returns: the fit.
  /// - Throws: ``InferenceError`` when an answer is outside its categories or was never given, a
  ///   regressor is not finite or does not vary, or no two answers of a person tell the intercept.
  public static func maximumLikelihood(
    of people: [[Answer]], highest: Int, hasIntercept: Bool = true
  ) throws(InferenceError) -> CumulativeProbit {
    let sample = try ProbitSample(people, highest: highest, hasIntercept: hasIntercept)
    let minimum = QuasiNewton(tolerance: 1e-8)
      .minimum(of: { -sample.logLikelihood($0) }, from: sample.start)
    guard minimum.value.isFinite else { throw .unusable("the sample has no finite likelihood") }
    let values = sample.values(minimum.point)
    return CumulativeProbit(
      thresholds: values.thresholds, coefficients: values.coefficients,
      interceptDeviation: values.deviation, logLikelihood: -minimum.value,
      propagatedLogLikelihood: sample.propagated(minimum.point),
      isConverged: minimum.outcome == .converged)
  }
}

/// A sample and the likelihood of its parameters: τ_1, the logarithms of the gaps between
/// thresholds, β and log σ.
private struct ProbitSample {
  let people: [[CumulativeProbit.Answer]]
  let highest: Int
  let hasIntercept: Bool
  let start: [Double]
  private let width: Int

  init(
    _ people: [[CumulativeProbit.Answer]], highest: Int, hasIntercept: Bool
  ) throws(InferenceError) {
    guard (1...99).contains(highest) else { throw .option("the highest answer is 1 to 99") }
    let people = people.filter { !$0.isEmpty }
    let all = people.flatMap(\.self)
    guard let width = all.first?.regressors.count else {
      throw .tooFew(observed: 0, needed: 2, what: "thresholds")
    }
    try ProbitSample.check(all, width: width, highest: highest)
    guard !hasIntercept || people.count > 1 && people.contains(where: { $0.count > 1 }) else {
      throw .unusable("a random intercept needs two people or more, some with several answers")
    }
    self.people = people
    self.highest = highest
    self.hasIntercept = hasIntercept
    self.width = width
    start = ProbitSample.start(all, highest: highest, width: width, hasIntercept: hasIntercept)
  }

  private static func check(
    _ all: [CumulativeProbit.Answer], width: Int, highest: Int
  ) throws(InferenceError) {
    for answer in all {
      guard (0...highest).contains(answer.answer) else {
        throw .unusable("answer \(answer.answer) is outside 0 to \(highest)")
      }
      guard answer.regressors.count == width, answer.regressors.allSatisfy({ abs($0) < 1e6 })
      else { throw .unusable("regressors differ in number or are not finite and below 10^6") }
    }
    for category in 0...highest where !all.contains(where: { $0.answer == category }) {
      throw .unusable("nobody in the sample answered \(category); its threshold cannot be told")
    }
    for column in 0..<width
    where SeriesSummary(all.map { $0.regressors[column] }).standardDeviation == 0 {
      throw .collinear(name: "regressor \(column + 1)")
    }
  }

  /// Thresholds at the sample's own shares, no effects, and an intercept as wide as the noise.
  private static func start(
    _ all: [CumulativeProbit.Answer], highest: Int, width: Int, hasIntercept: Bool
  ) -> [Double] {
    let stretch = hasIntercept ? 2.0.squareRoot() : 1
    let thresholds = (1...highest).map { step in
      let share = Double(all.count { $0.answer < step }) / Double(all.count)
      return stretch * Normal.standard.quantile(share)
    }
    return [thresholds[0]] + zip(thresholds, thresholds.dropFirst()).map { log($1 - $0) }
      + Array(repeating: 0, count: width) + (hasIntercept ? [0] : [])
  }

  func values(
    _ point: [Double]
  ) -> (thresholds: [Double], coefficients: [Double], deviation: Double) {
    var thresholds = [point[0]]
    for gap in point[1..<highest] { thresholds.append(thresholds[thresholds.count - 1] + exp(gap)) }
    let deviation = hasIntercept ? exp(point[point.count - 1]) : 0
    return (thresholds, Array(point[highest..<highest + width]), deviation)
  }

  func logLikelihood(_ point: [Double]) -> Double {
    sum(over: point) { factors in
      hasIntercept ? factors.logIntegral(under: ProbitSample.law) : factors.logProbability(at: 0)
    }
  }

  func propagated(_ point: [Double]) -> Double {
    guard hasIntercept else { return logLikelihood(point) }
    return sum(over: point) { $0.logPropagated(under: ProbitSample.law) }
  }

  private static let law = NaturalNormal(precision: 1, shift: 0)

  private func sum(over point: [Double], _ value: (OrdinalFactors) -> Double) -> Double {
    guard point.allSatisfy({ abs($0) < 30 }) else { return -.infinity }
    let values = values(point)
    return people.reduce(0) { sum, answers in
      let factors = OrdinalFactors(
        answers.map { answer in
          OrdinalAnswer(
            answer.answer, loading: values.deviation, thresholds: values.thresholds,
            shift: zip(answer.regressors, values.coefficients).reduce(0) { $0 + $1.0 * $1.1 })
        })
      return sum + value(factors)
    }
  }
}
