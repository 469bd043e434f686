extension ContextNetwork {
  /// How strongly context supports an item, where only some units of time can be active.
  ///
  /// The same sum as ``support(of:)`` with what must be 0 left out.
  ///
  /// - Parameters:
  ///   - item: the item.
  ///   - parts: units of time, all that can be active among them.
  /// - Returns: its activation.
  func support(of item: Int, among parts: Range<Int>...) -> Double {
    let row = itemRow(of: item)
    var sum = SIMD4<Double>()
    func add(_ vectors: Range<Int>) {
      for index in vectors { sum += row[index] * context[index] }
    }
    var first = 0
    for part in parts where !part.isEmpty {
      let end = (part.upperBound + 3) / 4
      add(max(part.lowerBound / 4, first)..<max(end, first))
      first = max(end, first)
    }
    add(source.vectors)
    return sum.sum()
  }
}
