private import Foundation

/// The weighted log loss of a log with its exact gradient and expected information.
///
/// Forward sensitivities: beside stability and difficulty their derivatives with respect to the
/// weights are carried through each card's reviews. A card depends on 18 numbers only: the
/// logarithm of its own first stability and w4 to w20; difficulty depends on w4 to w7 alone. Linear
/// in the number of reviews; allocates nothing while it runs.
struct SensitivityPass {
  /// The numbers that one card depends on: log of its first stability, then w4 to w20.
  static let width = 18
  /// The place of a weight from w4 on among them.
  @inline(__always)
  static func place(_ weight: Int) -> Int { weight - 3 }

  /// The sum of weight times log loss.
  private(set) var loss = 0.0
  /// For each first grade: the gradient, then the information row by row, from the diagonal on.
  private(set) var sums = [Double](repeating: 0, count: 4 * width * (width + 1))

  /// Runs over all cards.
  ///
  /// - Parameters:
  ///   - sequences: the reviews.
  ///   - weights: what each review counts; 0 where nothing is foretold.
  ///   - model: the weights and limits.
  init(_ sequences: PracticeSequences, weights: [Double], model: MemoryModel) {
    var loss = 0.0
    withUnsafeTemporaryAllocation(of: Double.self, capacity: 2 * Self.width + 4) { room in
      room.initialize(repeating: 0)
      guard let start = room.baseAddress else { return }
      var step = SensitivityStep(model, room: start)
      sums.withUnsafeMutableBufferPointer { sums in
        guard let sums = sums.baseAddress else { return }
        sequences.days.withUnsafeBufferPointer { days in
          sequences.grades.withUnsafeBufferPointer { grades in
            weights.withUnsafeBufferPointer { weights in
              for card in 0..<(sequences.starts.count - 1) {
                let reviews = sequences.starts[card]..<sequences.starts[card + 1]
                let first = grades[reviews.lowerBound]
                let block = sums + (first - 1) * Self.width * (Self.width + 1)
                step.begin(first)
                for index in reviews.dropFirst() {
                  loss += step.advance(
                    days[index], grades[index], weight: weights[index], into: block)
                }
              }
            }
          }
        }
      }
    }
    self.loss = loss
  }
}
