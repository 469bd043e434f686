/// The levels of all parameter sets of one kernel on common days, for quick interpolation.
struct LevelTable: Sendable {
  /// From where the day of a table is counted.
  enum Part {
    /// From an event on.
    case whole
    /// From an event on, staying at its height once that is reached.
    case rise
    /// From the peak on.
    case fall
  }

  let nodes: TimeNodes
  let draws: Int
  /// The level of draw d at node n stands at `n·draws + d`.
  private let levels: [Float]

  init(_ draws: KernelDraws, on nodes: TimeNodes, _ part: Part) {
    self.nodes = nodes
    self.draws = draws.kernels.count
    if let ladder = ExponentialLadder(draws.kernels, from: part) {
      levels = ladder.levels(on: nodes, isHeld: part == .rise)
      return
    }
    var levels: [Float] = []
    levels.reserveCapacity(nodes.days.count * draws.kernels.count)
    for day in nodes.days {
      for kernel in draws.kernels { levels.append(Float(kernel.level(at: day, part))) }
    }
    self.levels = levels
  }

  /// Writes the levels at a day into a buffer of one place a draw.
  ///
  /// - Returns: false, with the buffer untouched, where nothing is left by then.
  func read(_ day: Double, into buffer: UnsafeMutableBufferPointer<Float>) -> Bool {
    guard let (node, share) = nodes.place(of: day), buffer.count == draws else { return false }
    levels.withUnsafeBufferPointer { levels in
      let low = UnsafeBufferPointer(rebasing: levels[(node * draws)..<((node + 1) * draws)])
      let high = UnsafeBufferPointer(rebasing: levels[((node + 1) * draws)..<((node + 2) * draws)])
      for draw in 0..<buffer.count {
        buffer[draw] = low[draw] + share * (high[draw] - low[draw])
      }
    }
    return true
  }
}

extension Kernel {
  /// The level at a day of a part of the form.
  fileprivate func level(at day: Double, _ part: LevelTable.Part) -> Double {
    switch part {
    case .whole: level(at: day)
    case .rise: level(at: min(day, peak))
    case .fall: day > 0 ? level(at: peak + day) : 1
    }
  }
}
