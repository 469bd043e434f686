/// How often something happened, out of how many times.
public struct Proportion: Hashable, Sendable {
  /// How often.
  public private(set) var hits: Int
  /// Out of how many times.
  public private(set) var count: Int

  /// Creates a proportion.
  ///
  /// - Parameters:
  ///   - hits: how often.
  ///   - count: out of how many times.
  public init(hits: Int = 0, count: Int = 0) {
    self.hits = hits
    self.count = count
  }

  mutating func add(_ happened: Bool) {
    hits += happened ? 1 : 0
    count += 1
  }

  static func += (_ total: inout Proportion, _ part: Proportion) {
    total.hits += part.hits
    total.count += part.count
  }

  /// The share; nil when nothing was tried.
  public var share: Double? { count > 0 ? Double(hits) / Double(count) : nil }

  /// The standard error of the share; nil when nothing was tried. At 0 and 1 it is that of one hit.
  public var standardError: Double? {
    guard count > 0 else { return nil }
    let number = Double(count)
    let near = min(max(Double(hits), 1), max(number - 1, 1)) / number
    return (near * (1 - min(near, 1)) / number).squareRoot()
  }
}
