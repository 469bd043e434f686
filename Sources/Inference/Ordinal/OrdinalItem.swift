private import Foundation
public import Statistics

/// A question with ordered answers 0 … K and its fixed place on the scale of severity η:
///
///     P(answer ≥ k) = Φ(λ η - τ_k)      k = 1 … K, τ_1 < … < τ_K
///
/// The parameters come from a calibration sample, never from the one person whose answers are read.
public struct OrdinalItem: Hashable, Sendable {
  /// The item's name.
  public let name: String
  /// λ, above 0: probits that a unit of severity moves the answer by.
  public let loading: Double
  /// τ, one per step from an answer to the next.
  public let thresholds: [Double]

  /// The highest answer, K.
  public var highest: Int { thresholds.count }

  /// 1.702 brings logistic and normal curves closest: they then differ by less than .01 everywhere
  /// (Haley 1952, Stanford technical report 15; Camilli 1994, J Educ Behav Stat 19:293).
  public static let probitsPerLogit = 1.702

  /// Creates an item.
  ///
  /// - Parameters:
  ///   - name: the item's name.
  ///   - loading: λ, above 0 and at most 100.
  ///   - thresholds: τ, 1 to 99 numbers within ±1000, each at least 1e-6 above the one before.
  /// - Throws: ``InferenceError/option(_:)`` that names the item and what is wrong.
  public init(name: String, loading: Double, thresholds: [Double]) throws(InferenceError) {
    guard loading > 0, loading <= 100 else {
      throw .option("item \"\(name)\": the loading is above 0 and at most 100, not \(loading)")
    }
    guard (1...99).contains(thresholds.count) else {
      throw .option("item \"\(name)\" has 1 to 99 thresholds, not \(thresholds.count)")
    }
    guard thresholds.allSatisfy({ abs($0) <= 1000 }) else {
      throw .option("item \"\(name)\": a threshold is not a number within ±1000")
    }
    guard zip(thresholds, thresholds.dropFirst()).allSatisfy({ $1 - $0 >= 1e-6 }) else {
      throw .option("item \"\(name)\": thresholds must rise from each answer to the next")
    }
    self.name = name
    self.loading = loading
    self.thresholds = thresholds
  }

  /// Takes over an item of a graded-response model, P(answer ≥ k) = 1 / (1 + exp(-a (θ - b_k))).
  ///
  /// - Parameters:
  ///   - name: the item's name.
  ///   - discrimination: a, in logits per unit of θ.
  ///   - difficulties: b, rising.
  /// - Returns: the item with λ = a / ``probitsPerLogit`` and τ_k = λ b_k; answer probabilities
  ///   differ from the logistic ones by less than .01 for each step.
  /// - Throws: ``InferenceError/option(_:)`` as ``init(name:loading:thresholds:)``.
  public static func gradedResponse(
    name: String, discrimination: Double, difficulties: [Double]
  ) throws(InferenceError) -> OrdinalItem {
    let loading = discrimination / probitsPerLogit
    return try OrdinalItem(
      name: name, loading: loading, thresholds: difficulties.map { loading * $0 })
  }

  /// The probabilities of all answers at one severity.
  ///
  /// - Parameter severity: η.
  /// - Returns: K + 1 probabilities that sum to 1.
  public func probabilities(at severity: Double) -> [Double] {
    probabilities(under: Normal(mean: severity, standardDeviation: 0))
  }

  /// The probabilities of all answers when severity follows a normal law.
  ///
  /// - Parameter law: the law of η.
  /// - Returns: K + 1 probabilities that sum to 1.
  public func probabilities(under law: Normal) -> [Double] {
    let spread = loading * law.standardDeviation
    let scale = 1 / (1 + spread * spread).squareRoot()
    let steps = thresholds.map { Normal.standard.upperTail(($0 - loading * law.mean) * scale) }
    return (0...thresholds.count).map { answer in
      (answer == 0 ? 1 : steps[answer - 1]) - (answer == thresholds.count ? 0 : steps[answer])
    }
  }
}
