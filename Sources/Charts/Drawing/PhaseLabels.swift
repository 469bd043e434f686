/// Finds room for the names of phases above a plot.
enum PhaseLabels {
  /// The row of each name, counted upwards from the plot.
  ///
  /// - Parameters:
  ///   - names: what is to be written at each phase's start.
  ///   - phases: the phases, in order of their start.
  ///   - days: where each day is.
  ///   - size: the width of the drawing.
  /// - Returns: 0 or 1 for each name, or `nil` when two rows do not hold them all.
  static func rows(_ names: [String], phases: [Phase], days: Scale, size: FrameSize) -> [Int]? {
    var ends = [-Double.infinity, -Double.infinity]
    var rows: [Int] = []
    for (name, phase) in zip(names, phases) {
      let left = days(phase.start) + 4
      let right = left + size.font.width(of: name)
      guard right <= size.width, let row = ends.firstIndex(where: { $0 + 6 <= left }) else {
        return nil
      }
      ends[row] = right
      rows.append(row)
    }
    return rows
  }
}
