private import Foundation

/// Bi-exponential levels on ``TimeNodes`` by multiplication: along evenly spaced days an exponential
/// is a geometric series, and doubling the spacing squares its ratio.
struct ExponentialLadder {
  private let scales: [Double]
  private let peaks: [Double]
  private let rises: [Double]
  private let decays: [Double]
  /// Where each draw begins, in days after the event.
  private let starts: [Double]

  /// Takes the constants; nil unless all forms are bi-exponential with constants well apart.
  init?(_ kernels: [Kernel], from part: LevelTable.Part) {
    var constants: [TimeConstants] = []
    for kernel in kernels {
      guard case .biexponential(let pair) = kernel.form, pair.decay - pair.rise > 1e-6 * pair.decay
      else { return nil }
      constants.append(pair)
    }
    let peaks = kernels.map(\.peak)
    self.peaks = peaks
    rises = constants.map(\.rise)
    decays = constants.map(\.decay)
    scales = zip(constants, peaks).map { pair, peak in
      1 / (exp(-peak / pair.decay) - exp(-peak / pair.rise))
    }
    starts = part == .fall ? peaks : [Double](repeating: 0, count: peaks.count)
  }

  /// The levels, one row of draws a node; a draw that is held stays at 1 from its peak on.
  func levels(on nodes: TimeNodes, isHeld: Bool) -> [Float] {
    let draws = peaks.count
    var slow = (0..<draws).map { scales[$0] * exp(-starts[$0] / decays[$0]) }
    var fast = (0..<draws).map { scales[$0] * exp(-starts[$0] / rises[$0]) }
    var slowRatio = decays.map { exp(-nodes.step / $0) }
    var fastRatio = rises.map { exp(-nodes.step / $0) }
    var levels = [Float](repeating: 0, count: nodes.days.count * draws)
    for (node, day) in nodes.days.enumerated() {
      let row = node * draws
      for draw in 0..<draws {
        let isReached = isHeld && day >= peaks[draw]
        levels[row + draw] = isReached ? 1 : Float(slow[draw] - fast[draw])
        slow[draw] *= slowRatio[draw]
        fast[draw] *= fastRatio[draw]
      }
      // The spacing doubles after the second octave and after each further one.
      guard node + 1 >= 2 * nodes.perOctave, (node + 1) % nodes.perOctave == 0 else { continue }
      for draw in 0..<draws {
        slowRatio[draw] *= slowRatio[draw]
        fastRatio[draw] *= fastRatio[draw]
      }
    }
    return levels
  }
}
