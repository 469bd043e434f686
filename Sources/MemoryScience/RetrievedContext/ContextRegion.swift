/// Where a region of context lies in a row of a ``ContextNetwork``: whole vectors of four units, the
/// last filled up with units that stay 0.
struct ContextRegion: Hashable, Sendable {
  /// The vectors of the row that belong to the region.
  let vectors: Range<Int>
  /// How many units the region has.
  let unitCount: Int

  init(unitCount: Int, after start: Int) {
    self.unitCount = unitCount
    vectors = start..<start + (unitCount + 3) / 4
  }

  /// The vector and the place in it that hold a unit.
  func place(of unit: Int) -> (vector: Int, lane: Int) {
    (vectors.lowerBound + unit / 4, unit % 4)
  }
}
