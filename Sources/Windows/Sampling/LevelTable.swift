/// The levels of all parameter sets of one kernel on common days, for quick interpolation.
struct LevelTable: Sendable {
  let nodes: TimeNodes
  let draws: Int
  /// The level of draw d at node n stands at `n·draws + d`.
  let levels: [Float]

  init(_ draws: KernelDraws, on nodes: TimeNodes, level: (Kernel, Double) -> Double) {
    self.nodes = nodes
    self.draws = draws.kernels.count
    var levels: [Float] = []
    levels.reserveCapacity(nodes.days.count * draws.kernels.count)
    for day in nodes.days {
      for kernel in draws.kernels { levels.append(Float(level(kernel, day))) }
    }
    self.levels = levels
  }

  /// Writes the levels at a day into a buffer of one place a draw.
  ///
  /// - Returns: false, with the buffer untouched, where nothing is left by then.
  func read(_ day: Double, into buffer: UnsafeMutableBufferPointer<Float>) -> Bool {
    guard let (node, share) = nodes.place(of: day) else { return false }
    levels.withUnsafeBufferPointer { levels in
      let first = node * draws
      for draw in 0..<draws {
        let low = levels[first + draw]
        buffer[draw] = low + share * (levels[first + draws + draw] - low)
      }
    }
    return true
  }
}
