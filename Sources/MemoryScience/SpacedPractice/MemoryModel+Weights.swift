extension MemoryModel {
  /// The 21 weights of FSRS-6, w0 to w20, each within its range.
  ///
  /// | weights | what they set |
  /// |---|---|
  /// | w0 to w3 | stability in days after a first review graded 1 to 4 |
  /// | w4, w5 | difficulty after a first review |
  /// | w6, w7 | how a grade moves difficulty, and how fast it returns to that of an easy card |
  /// | w8 to w10 | growth of stability by recall: scale, saturation, gain from low retrievability |
  /// | w11 to w14 | stability after forgetting: scale and powers of difficulty, stability, delay |
  /// | w15, w16 | factors of growth for hard and for easy |
  /// | w17 to w19 | reviews on the same day: scale, offset and power of stability |
  /// | w20 | how heavy the tail of forgetting is |
  public struct Weights: Hashable, Sendable {
    /// How many weights there are.
    public static let count = 21

    /// The weights, w0 to w20.
    public let values: [Double]

    /// The ranges within which fsrs-rs 6.6 and py-fsrs 6.3.2 keep the weights.
    public static let ranges: [ClosedRange<Double>] = [
      0.001...100, 0.001...100, 0.001...100, 0.001...100, 1...10, 0.001...4, 0.001...4,
      0.001...0.75, 0...4.5, 0...0.8, 0.001...3.5, 0.001...5, 0.001...0.25, 0.001...0.9, 0...4,
      0...1, 1...6, 0...2, 0...2, 0...0.8, 0.1...0.8,
    ]

    /// The defaults of FSRS-6, the same in py-fsrs 6.3.2, fsrs-rs 6.6.1 and ts-fsrs.
    ///
    /// They describe many learners of flashcards, not personal memories.
    public static let defaults = Weights(
      unchecked: [
        0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796,
        1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
      ])

    /// Checks weights.
    ///
    /// - Parameter values: w0 to w20, each within its range of ``ranges``.
    /// - Throws: ``MemoryScienceError/option(_:)``, which names the first weight that is wrong.
    public init(_ values: [Double]) throws(MemoryScienceError) {
      guard values.count == Self.count else {
        throw .option("\(values.count) weights: FSRS-6 has \(Self.count), w0 to w20")
      }
      for (index, (value, range)) in zip(values, Self.ranges).enumerated()
      where !range.contains(value) {
        throw .option(
          "w\(index) is \(value): give a number from \(range.lowerBound) to \(range.upperBound)")
      }
      self.values = values
    }

    /// Takes weights that are known to be within their ranges.
    init(unchecked values: [Double]) { self.values = values }
  }
}
