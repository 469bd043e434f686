extension ContextNetwork {
  /// How strongly context supports an item, where only some units of time can be active.
  ///
  /// The same sum as ``support(of:)`` with what must be 0 left out.
  ///
  /// - Parameters:
  ///   - item: the item.
  ///   - parts: units of time, all that can be active among them, as ``vectors(of:and:)`` gives them.
  /// - Returns: its activation.
  func support(of item: Int, among parts: (Range<Int>, Range<Int>)) -> Double {
    let row = itemRow(of: item)
    return row.dot(context, over: parts.0) + row.dot(context, over: parts.1)
      + row.dot(context, over: source.vectors)
  }

  /// The vectors that hold two parts of the units of time, none of them twice.
  func vectors(of first: Range<Int>, and second: Range<Int>) -> (Range<Int>, Range<Int>) {
    let left = ContextNetwork.vectors(of: first, from: 0)
    return (left, ContextNetwork.vectors(of: second, from: left.upperBound))
  }

  private static func vectors(of part: Range<Int>, from start: Int) -> Range<Int> {
    guard !part.isEmpty else { return start..<start }
    let end = max((part.upperBound + 3) / 4, start)
    return max(part.lowerBound / 4, start)..<end
  }
}
