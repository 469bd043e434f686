import Foundation
import Inference
import TestKit
import Testing

@Suite struct ChangePointsTests {
  /// The best segmentation by trying every one.
  private func brute(_ values: [Double], breaks: Int, minimum: Int) -> (cuts: [Int], rss: Double) {
    func residual(_ cuts: [Int]) -> Double {
      let edges = [0] + cuts + [values.count]
      return zip(edges, edges.dropFirst()).reduce(0) { sum, pair in
        let part = values[pair.0..<pair.1]
        let mean = part.reduce(0, +) / Double(part.count)
        return sum + part.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      }
    }
    var best: (cuts: [Int], rss: Double) = ([], .infinity)
    func place(_ cuts: [Int]) {
      guard cuts.count < breaks else {
        guard values.count - (cuts.last ?? 0) >= minimum else { return }
        let rss = residual(cuts)
        if rss < best.rss { best = (cuts, rss) }
        return
      }
      let start = (cuts.last ?? 0) + minimum
      guard start <= values.count - minimum else { return }
      for next in start...values.count - minimum { place(cuts + [next]) }
    }
    place([])
    return best
  }

  @Test(arguments: [(0, 1), (1, 1), (2, 2), (3, 3)])
  func `positions equal those of trying every segmentation`(breaks: Int, minimum: Int) throws {
    let values = (0..<18).map { sin(Double($0) * 7.3) + ($0 > 6 ? 1.5 : 0) - ($0 > 12 ? 2 : 0) }
    let found = try ChangePoints(values, minimumSegment: minimum, maximumBreaks: 3)
    let expected = brute(values, breaks: breaks, minimum: minimum)
    #expect(found.segmentations[breaks].breaks == expected.cuts)
    #expect(abs(found.segmentations[breaks].residual - expected.rss) < 1e-12)
  }

  @Test func `a clean step is found where it is and a flat series has none`() throws {
    let step = (0..<30).map { ($0 < 11 ? 1.0 : 3.0) + sin(Double($0) * 7.3) * 0.2 }
    let found = try ChangePoints(step)
    #expect(found.chosen.breaks == [11])
    #expect(found.positions[0].range(holding: 0.95) == 11...11)
    let flat = try ChangePoints(Array(repeating: 2.0, count: 30))
    #expect(flat.count == 0)
  }

  @Test func `position weights sum to one and follow the closed form`() throws {
    let values = [1.0, 1.4, 0.8, 1.1, 2.0, 2.4, 1.8, 2.2, 2.1]
    let found = try ChangePoints(values, minimumSegment: 2, maximumBreaks: 1)
    let weights = try #require(found.positions.first)
    #expect(abs(weights.probabilities.reduce(0, +) - 1) < 1e-12)
    func odds(_ split: Int) -> Double {
      let rss =
        brute(Array(values[..<split]), breaks: 0, minimum: 1).rss
        + brute(Array(values[split...]), breaks: 0, minimum: 1).rss
      return pow(Double(split * (9 - split)), -0.5) * pow(rss, -3.5)
    }
    let ratio = weights.probabilities[4 - weights.first] / weights.probabilities[5 - weights.first]
    #expect(abs(ratio - odds(4) / odds(5)) < 1e-9 * ratio)
  }

  @Test func `a shift of level by a million leaves the answer alone`() throws {
    let values = (0..<20).map { sin(Double($0) * 7.3) + ($0 > 9 ? 1.0 : 0) }
    let near = try ChangePoints(values)
    let far = try ChangePoints(values.map { $0 + 1e6 })
    #expect(near.segmentations.map(\.breaks) == far.segmentations.map(\.breaks))
    #expect(abs(near.chosen.bic - far.chosen.bic) < 1e-4)
  }

  @Test func `too few, too many and unusable values are refused`() {
    #expect(throws: InferenceError.self) { try ChangePoints([]) }
    #expect(throws: InferenceError.self) { try ChangePoints([1, 2, 3, 4, 5, 6, 7]) }
    #expect(throws: InferenceError.self) { try ChangePoints(Array(repeating: .nan, count: 20)) }
    #expect(throws: InferenceError.self) { try ChangePoints(Array(repeating: 1e308, count: 20)) }
    #expect(throws: InferenceError.self) { try ChangePoints(Array(repeating: 0, count: 20_001)) }
  }

  @Test(.enabled(if: SharedData.isPresent, SharedData.absence))
  func `weekly depression ratings before a relapse break once, after day 127`() throws {
    let columns = try SharedData.columns("longitudinal/kossakowski_csd.csv")
    let labels = try #require(columns["dayno"])
    let days = labels.compactMap(Double.init)
    let cells = try #require(columns["scl90r_dep"])
    var ratings: [(day: Double, value: Double)] = []
    for (day, cell) in zip(days, cells) {
      guard let value = Double(cell), ratings.last?.day != day else { continue }
      ratings.append((day, value))
    }
    #expect(ratings.count == 28)
    let found = try ChangePoints(ratings.map(\.value))
    let expected = [
      ([], 5.161757, 38.778997), ([16], 1.548766, 11.736487), ([10, 16], 1.353484, 14.627152),
      ([10, 16, 24], 1.297899, 20.117388),
    ]
    for (segmentation, row) in zip(found.segmentations, expected) {
      #expect(segmentation.breaks == row.0)
      #expect(abs(segmentation.residual - row.1) < 5e-7)
      #expect(abs(segmentation.bic - row.2) < 5e-7)
    }
    #expect(found.count == 1)
    #expect(ratings[15].day == 127)
    #expect(ratings[16].day == 141)
    #expect(abs(found.chosen.means[0] - 1.254875) < 5e-7)
    #expect(abs(found.chosen.means[1] - 1.980750) < 5e-7)
    #expect(abs((found.supremumF ?? 0) - 60.6533) < 5e-5)
  }
}
