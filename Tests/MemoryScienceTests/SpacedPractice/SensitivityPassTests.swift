import Foundation
import Statistics
import Testing

@testable import MemoryScience

/// Exact derivatives against differences.
@Suite struct SensitivityPassTests {
  private let coordinates = WeightCoordinates(start: .defaults, strength: 1)

  /// A place near the defaults, away from the edges.
  private func place(_ seed: UInt64) -> [Double] {
    var stream = RandomStream(seed: seed)
    var place = zip(coordinates.centre, coordinates.ranges).map { centre, range in
      min(
        max(centre * (0.9 + 0.2 * stream.uniform()), range.lowerBound + 0.02),
        range.upperBound - 0.02)
    }
    place[7] = 0.1 * stream.uniform()
    return place
  }

  private func objective(
    _ sequences: PracticeSequences, _ place: [Double], _ convention: MemoryModel.Convention
  ) -> WeightCoordinates.Objective {
    let weights = sequences.days.indices.map { sequences.days[$0] >= 1 ? 0.5 : 0 }
    let model = MemoryModel(weights: coordinates.weights(at: place), convention: convention)
    return coordinates.objective(
      of: SensitivityPass(sequences, weights: weights, model: model), at: place)
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func `the gradient is that of differences`(seed: UInt64) throws {
    let convention = MemoryModel.Convention.scheduling
    let log = try PracticeSamples.log(from: MemoryModel(), cards: 40, reviews: 8, seed: seed)
    let sequences = PracticeSequences(log, convention: convention)
    let place = place(seed)
    let exact = objective(sequences, place, convention).gradient
    for index in place.indices {
      let step = 1e-6 * max(abs(place[index]), 0.1)
      var (above, below) = (place, place)
      above[index] += step
      below[index] -= step
      let difference =
        (objective(sequences, above, convention).value
          - objective(sequences, below, convention).value) / (2 * step)
      #expect(
        abs(exact[index] - difference) < 1e-5 * max(1, abs(difference)), "coordinate \(index)")
    }
  }

  @Test func `the loss is the sum over predictions, and the information that of differences`()
    throws
  {
    let log = try PracticeSamples.log(from: MemoryModel(), cards: 30, reviews: 7, seed: 9)
    let sequences = PracticeSequences(log, convention: .scheduling)
    let place = place(9)
    func predictions(_ place: [Double]) -> [PracticePrediction] {
      PracticePredictions(log, model: MemoryModel(weights: coordinates.weights(at: place))).values
    }
    let values = predictions(place)
    let found = objective(sequences, place, .scheduling)
    let loss = values.reduce(0) { $0 + 0.5 * $1.logLoss }
    #expect(abs(found.value - coordinates.penalty(at: place) - loss) < 1e-9)
    func slopes(_ index: Int) -> [Double] {
      var (above, below) = (place, place)
      above[index] += 1e-6
      below[index] -= 1e-6
      return zip(predictions(above), predictions(below)).map {
        ($0.probability - $1.probability) / 2e-6
      }
    }
    for (row, column) in [(0, 0), (0, 3), (2, 3), (1, 12), (12, 20), (6, 11), (17, 18), (20, 20)] {
      let sum = zip(values, zip(slopes(row), slopes(column))).reduce(0.0) {
        let recall = $1.0.probability
        return $0 + 0.5 * $1.1.0 * $1.1.1 / (recall * (1 - recall))
      }
      let prior = row == column ? coordinates.precision[row] : 0
      let exact = found.information[row, column]
      #expect(abs(exact - prior - sum) < 1e-4 * max(1, abs(sum)), "\(row) \(column)")
    }
  }

  @Test func `coordinates keep first stabilities in order and within their range`() {
    var place = coordinates.centre
    #expect(
      zip(coordinates.weights(at: place).values, MemoryModel.Weights.defaults.values)
        .allSatisfy { abs($0 - $1) < 1e-12 })
    place[1...3] = [0, 20, 0]
    let values = coordinates.weights(at: place).values
    #expect(values[0] == values[1] && values[2] == 100 && values[3] == 100)
  }
}
