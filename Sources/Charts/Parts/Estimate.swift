/// What a model says about one day: a middle and two intervals around it.
public struct Estimate: Hashable, Sendable {
  /// Two ends of an interval, in the axis's unit.
  public struct Interval: Hashable, Sendable {
    /// The lower end.
    public let low: Double
    /// The upper end.
    public let high: Double

    /// Creates an interval; ends in the wrong order are exchanged.
    ///
    /// - Parameters:
    ///   - low: the lower end.
    ///   - high: the upper end.
    public init(_ low: Double, _ high: Double) {
      self.low = low > high ? high : low
      self.high = low > high ? low : high
    }

    var isDrawable: Bool { low.isDrawable && high.isDrawable }
  }

  /// Days since the axis's origin.
  public let day: Double
  /// The middle. One that is not a number interrupts the line.
  public let middle: Double
  /// The narrower interval, usually 50 %.
  public let inner: Interval?
  /// The wider interval, usually 80 to 95 %.
  public let outer: Interval?

  /// Creates an estimate.
  ///
  /// - Parameters:
  ///   - day: days since the axis's origin.
  ///   - middle: the middle.
  ///   - inner: the narrower interval.
  ///   - outer: the wider interval.
  public init(_ day: Double, _ middle: Double, inner: Interval? = nil, outer: Interval? = nil) {
    self.day = day
    self.middle = middle
    self.inner = inner
    self.outer = outer
  }
}
