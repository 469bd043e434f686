import Foundation
import Statistics
import Testing

@Suite struct CovarianceAdaptationTests {
  @Test(arguments: [1, 2, 5])
  func `finds the bottom of a long, turned valley`(dimension: Int) {
    // Axes of very different length that lie across the coordinates; the bottom is at 1, 2, 3 …
    func valley(_ x: [Double]) -> Double {
      let moved = x.enumerated().map { $1 - Double($0 + 1) }
      let sum = moved.reduce(0, +)
      return moved.reduce(1000 * sum * sum) { $0 + $1 * $1 }
    }
    let found = CovarianceAdaptation().minimum(
      of: valley, from: [Double](repeating: 0, count: dimension), seed: 3)
    #expect(found.outcome == .converged)
    for (index, value) in found.point.enumerated() {
      #expect(abs(value - Double(index + 1)) < 1e-6)
    }
  }

  @Test func `follows the bent valley of Rosenbrock`() {
    let found = CovarianceAdaptation().minimum(
      of: OptimisationTests.rosenbrock, from: [-1.2, 1], seed: 1)
    #expect(abs(found.point[0] - 1) < 1e-5 && abs(found.point[1] - 1) < 1e-5)
  }

  @Test func `comes near a minimum under noise, and not without time for it`() {
    func noisy(_ seed: UInt64) -> ([Double]) -> Double {
      var random = RandomStream(seed: seed)
      return { x in x.reduce(0) { $0 + $1 * $1 } + 0.3 * random.normal() }
    }
    let start = [Double](repeating: 3, count: 6)
    func distance(_ point: [Double]) -> Double { point.reduce(0) { $0 + $1 * $1 }.squareRoot() }
    let adapted = (1...5).map {
      distance(
        CovarianceAdaptation(evaluationLimit: 1500)
          .minimum(of: noisy(UInt64($0)), from: start, seed: 1).point)
    }
    let hasty = CovarianceAdaptation(evaluationLimit: 20)
      .minimum(of: noisy(1), from: start, seed: 1).point
    #expect(adapted.allSatisfy { $0 < 0.6 })
    #expect(distance(hasty) > 1)
  }

  @Test func `depends on its seed alone and says when evaluations run out`() {
    let search = CovarianceAdaptation(evaluationLimit: 60)
    let once = search.minimum(of: OptimisationTests.rosenbrock, from: [-1, 2], seed: 9)
    #expect(once == search.minimum(of: OptimisationTests.rosenbrock, from: [-1, 2], seed: 9))
    #expect(once != search.minimum(of: OptimisationTests.rosenbrock, from: [-1, 2], seed: 10))
    #expect(once.outcome == .evaluationLimit && once.evaluations <= 60 + 7)
  }

  @Test func `walls are left behind, and nothing but walls is said`() {
    let found = CovarianceAdaptation().minimum(
      of: { $0[0] < 0.5 ? .nan : ($0[0] - 1) * ($0[0] - 1) }, from: [0.6], seed: 2)
    #expect(abs(found.point[0] - 1) < 1e-6)
    let walls = CovarianceAdaptation(evaluationLimit: 500).minimum(
      of: { _ in .nan }, from: [1, 2], seed: 2)
    #expect(walls.outcome == .wall)
    let none = CovarianceAdaptation().minimum(of: { _ in 4 }, from: [], seed: 2)
    #expect(none.evaluations == 1 && none.value == 4)
  }
}
