private import Foundation

/// Where the mean of a series changed, by least squares over all segmentations.
///
/// Bai and Perron (2003, Journal of Applied Econometrics 18:1): the best positions for every number
/// of breaks by dynamic programming, the number by the BIC of a normal model with one variance.
/// Observations are taken as independent given their mean; a slowly drifting or autocorrelated
/// series shows more breaks than it has.
public struct ChangePoints: Hashable, Sendable {
  /// The best segmentation with a given number of breaks.
  public struct Segmentation: Hashable, Sendable {
    /// How many values come before each break, ascending: a break *after* that many values.
    public let breaks: [Int]
    /// Residual sum of squares.
    public let residual: Double
    /// n log 2π + n log(RSS/n) + n + (2m+2) log n for m breaks.
    public let bic: Double
    /// The mean of each segment.
    public let means: [Double]
  }

  /// The best segmentation for 0, 1, 2, … breaks.
  public let segmentations: [Segmentation]
  /// How many breaks have the lowest BIC.
  public let count: Int
  /// The largest F statistic of one break against none, `nil` when one segment fits exactly.
  public let supremumF: Double?
  /// How plausible each position is for each chosen break, the others held.
  public let positions: [PositionWeights]

  /// The chosen segmentation.
  public var chosen: Segmentation { segmentations[count] }

  /// Finds change points.
  ///
  /// Complexity: O(n² × breaks) time, O(n × breaks) memory.
  ///
  /// - Parameters:
  ///   - values: the series in time order, missing values left out.
  ///   - minimumSegment: the fewest values a segment may hold, at least 1.
  ///   - maximumBreaks: the most breaks to consider.
  /// - Throws: ``InferenceError`` when there are fewer than two segments' worth of values, more than
  ///   20,000, or a value that is not finite.
  public init(
    _ values: [Double], minimumSegment: Int = 4, maximumBreaks: Int = 3
  ) throws(InferenceError) {
    guard minimumSegment >= 1, maximumBreaks >= 0 else {
      throw .option("segments hold at least 1 value, and breaks are counted from 0")
    }
    guard values.allSatisfy({ $0.isFinite && abs($0) < 1e150 }) else {
      throw .unusable("a value is not finite or beyond 1e150")
    }
    // Nothing is read beyond 20,000 values, which also keeps the sums below from overflowing.
    let needed = max(2 * min(minimumSegment, 20_001), 4)
    guard values.count >= needed else {
      throw .tooFew(observed: values.count, needed: needed, what: "change points")
    }
    guard values.count <= 20_000 else {
      throw .unusable("\(values.count) values; thin to at most 20,000, such as daily means")
    }
    let breaks = min(maximumBreaks, values.count / minimumSegment)
    guard Double(values.count) * Double(values.count) * Double(breaks) <= 8e9 else {
      throw .option(
        "\(breaks) breaks among \(values.count) values take too long; ask for fewer, or thin")
    }
    let costs = SegmentCosts(values)
    let search = SegmentSearch(costs: costs, count: values.count, minimum: minimumSegment)
    segmentations = search.best(upTo: min(maximumBreaks, values.count)).map { breaks in
      Segmentation(breaks: breaks, costs: costs, count: values.count)
    }
    let bics = segmentations.map(\.bic)
    count = bics.indices.min { bics[$0] < bics[$1] } ?? 0
    supremumF = ChangePoints.supremumF(of: segmentations, count: values.count)
    positions = PositionWeights.all(
      for: segmentations[count].breaks, costs: costs, count: values.count,
      minimum: minimumSegment)
  }

  private static func supremumF(of segmentations: [Segmentation], count: Int) -> Double? {
    guard segmentations.count > 1, segmentations[1].residual > 0 else { return nil }
    let none = segmentations[0].residual
    let one = segmentations[1].residual
    return (none - one) / (one / Double(count - 2))
  }
}

extension ChangePoints.Segmentation {
  fileprivate init(breaks: [Int], costs: SegmentCosts, count: Int) {
    let edges = [0] + breaks + [count]
    let residual = zip(edges, edges.dropFirst()).reduce(0) { $0 + costs.cost($1.0, $1.1) }
    let size = Double(count)
    self.breaks = breaks
    self.residual = residual
    means = zip(edges, edges.dropFirst()).map { costs.mean($0, $1) }
    // A perfect fit has no finite BIC; rounding error of the sums stands in for it.
    let floor = max(residual, costs.resolution)
    bic =
      size * log(2 * .pi) + size * log(floor / size) + size
      + Double(2 * breaks.count + 2) * log(size)
  }
}
