private import Foundation

extension PracticePredictions {
  /// The share of reviews that were recalled; nothing without predictions.
  public var recall: Double? {
    values.isEmpty ? nil : Double(values.count(where: \.isRecalled)) / Double(values.count)
  }

  /// The mean log loss in nats: the lower, the better the predictions.
  ///
  /// - Parameter weights: one weight of 0 or more for each prediction; all alike if not said.
  /// - Returns: the weighted mean; nothing without predictions, without weight, or when there are
  ///   not as many weights as predictions.
  public func logLoss(weights: [Double]? = nil) -> Double? {
    mean(of: values.map(\.logLoss), weights)
  }

  /// The mean log loss of foretelling the observed share of recalls every time.
  ///
  /// The share is that of the very reviews it is scored on, which favours it: a model that does not
  /// beat it knows nothing about single reviews. Nothing without predictions.
  public var constantLogLoss: Double? {
    guard let recall else { return nil }
    guard recall > 0, recall < 1 else { return 0 }
    return -recall * log(recall) - (1 - recall) * log(1 - recall)
  }

  /// The root mean square of predicted minus observed recall over bins of like reviews.
  ///
  /// Bins as in fsrs-rs: by time since the review before, number of repetitions and number of
  /// lapses, each on a logarithmic scale. Means within a bin are plain; the bin counts by the weight
  /// of its reviews.
  ///
  /// - Parameter weights: one weight of 0 or more for each prediction; all alike if not said.
  /// - Returns: the error on the scale of probabilities; nothing as for ``logLoss(weights:)``.
  public func binnedError(weights: [Double]? = nil) -> Double? {
    let weights = weights ?? [Double](repeating: 1, count: values.count)
    guard weights.count == values.count else { return nil }
    var bins: [Bin: (surplus: Double, count: Double, weight: Double)] = [:]
    for (prediction, weight) in zip(values, weights) {
      let bin = Bin(
        interval: level(prediction.days, base: 3.62),
        repetition: level(Double(prediction.repetition + 1), base: 1.89),
        lapses: prediction.lapses == 0 ? -1 : level(Double(prediction.lapses), base: 1.73))
      let surplus = prediction.probability - (prediction.isRecalled ? 1 : 0)
      bins[bin, default: (0, 0, 0)].surplus += surplus
      bins[bin, default: (0, 0, 0)].count += 1
      bins[bin, default: (0, 0, 0)].weight += weight
    }
    // Sorted, so that the sum has the same order in every run.
    let filled = bins.sorted { $0.key < $1.key }.map(\.value).filter { $0.weight > 0 }
    guard !filled.isEmpty else { return nil }
    let squares = filled.reduce(0) { sum, bin in
      let mean = bin.surplus / bin.count
      return sum + mean * mean * bin.weight
    }
    return (squares / filled.reduce(0) { $0 + $1.weight }).squareRoot()
  }

  /// A weighted mean.
  private func mean(of numbers: [Double], _ weights: [Double]?) -> Double? {
    let weights = weights ?? [Double](repeating: 1, count: numbers.count)
    let total = weights.reduce(0, +)
    guard weights.count == numbers.count, total > 0 else { return nil }
    return zip(numbers, weights).reduce(0) { $0 + $1.0 * $1.1 } / total
  }

  private func level(_ value: Double, base: Double) -> Int {
    Int((log(max(value, 1)) / log(base)).rounded(.down))
  }

  /// Reviews that are alike.
  private struct Bin: Hashable, Comparable {
    let interval: Int
    let repetition: Int
    let lapses: Int

    static func < (left: Bin, right: Bin) -> Bool {
      (left.interval, left.repetition, left.lapses)
        < (right.interval, right.repetition, right.lapses)
    }
  }
}
