/// The vertical axis: what is measured, in which direction, over which range.
public struct ValueAxis: Hashable, Sendable {
  /// What is measured, with its unit.
  public let title: String
  /// How to read up and down, such as `higher = worse`; may be empty.
  public let direction: String
  /// Both ends of the scale, or `nil` to fit the data.
  public let range: ClosedRange<Double>?
  /// Decimals in tables, 0 to 6.
  public let places: Int

  /// Creates an axis.
  ///
  /// - Parameters:
  ///   - title: what is measured, with its unit.
  ///   - direction: how to read up and down.
  ///   - range: both ends of the scale, or `nil` to fit the data.
  ///   - places: decimals in tables, 0 to 6.
  public init(
    title: String, direction: String = "", range: ClosedRange<Double>? = nil, places: Int = 1
  ) {
    self.title = title
    self.direction = direction
    self.range = range
    self.places = min(max(places, 0), 6)
  }

  var lines: [String] { [title, direction].filter { !$0.isEmpty } }

  /// The given range, or one that holds the data with a little room.
  func span(of values: some Sequence<Double>) -> (low: Double, high: Double) {
    if let range { return (range.lowerBound, range.upperBound) }
    let usable = values.filter(\.isDrawable)
    guard let low = usable.min(), let high = usable.max() else { return (0, 1) }
    let room = (high - low) * 0.06
    return (low - room, high + room)
  }

  func text(_ value: Double) -> String { NumberText.fixed(value, places: places) }
}
