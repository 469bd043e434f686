/// The numbers of a model laid out one after the other, so that a pass over many instants reads them
/// without counting references.
final class ModelTable {
  let states: Int
  /// Φ then Q of every transition, row-major.
  private let moves: UnsafeMutablePointer<Double>
  /// Whether Φ of a transition is diagonal.
  private let diagonals: UnsafeMutablePointer<Bool>
  /// z of every series, then its r.
  private let series: UnsafeMutablePointer<Double>

  init(_ model: StateSpaceModel) {
    let states = model.stateCount
    let square = states * states
    self.states = states
    moves = .allocate(capacity: max(2 * square * model.transitions.count, 1))
    diagonals = .allocate(capacity: max(model.transitions.count, 1))
    series = .allocate(capacity: (states + 1) * model.rows.count)
    for (kind, transition) in model.transitions.enumerated() {
      var isDiagonal = true
      for index in 0..<square {
        moves[2 * square * kind + index] = transition.matrix[index]
        moves[2 * square * kind + square + index] = transition.noise[index]
        if index % (states + 1) != 0, transition.matrix[index] != 0 { isDiagonal = false }
      }
      diagonals[kind] = isDiagonal
    }
    for (index, row) in model.rows.enumerated() {
      for state in 0..<states { series[(states + 1) * index + state] = row[state] }
      series[(states + 1) * index + states] = model.variances[index]
    }
  }

  deinit {
    moves.deallocate()
    diagonals.deallocate()
    series.deallocate()
  }

  /// Φ and Q of a transition.
  struct Move {
    let matrix: UnsafePointer<Double>
    let noise: UnsafePointer<Double>
    let isDiagonal: Bool
  }

  @inline(__always)
  func move(_ kind: Int) -> Move {
    let square = states &* states
    let start = UnsafePointer(moves) + 2 &* square &* kind
    return Move(matrix: start, noise: start + square, isDiagonal: diagonals[kind])
  }

  /// z of a series.
  @inline(__always)
  func row(_ index: Int) -> UnsafePointer<Double> {
    UnsafePointer(series) + (states &+ 1) &* index
  }

  /// r of a series.
  @inline(__always)
  func variance(_ index: Int) -> Double { series[(states &+ 1) &* index &+ states] }
}
