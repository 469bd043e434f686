import Foundation
import Statistics
import Testing

/// The quasi-Newton search with a gradient that is given.
@Suite struct DifferentiableSearchTests {
  private func rosenbrock(_ x: [Double]) -> (value: Double, gradient: [Double]) {
    let curve = x[1] - x[0] * x[0]
    return (
      100 * curve * curve + (1 - x[0]) * (1 - x[0]),
      [-400 * x[0] * curve - 2 * (1 - x[0]), 200 * curve]
    )
  }

  @Test func `a curved valley is followed to its end, in fewer evaluations than without`() {
    let given = QuasiNewton(tolerance: 1e-10)
      .minimum(ofDifferentiable: rosenbrock, from: [-1.2, 1])
    #expect(given.outcome == .converged)
    #expect(zip(given.point, [1, 1]).allSatisfy { abs($0 - $1) < 1e-8 })
    let numerical = QuasiNewton(tolerance: 1e-10)
      .minimum(of: { rosenbrock($0).value }, from: [-1.2, 1])
    #expect(given.evaluations < numerical.evaluations / 2)
  }

  @Test func `a wrong gradient, walls and what is no number do not keep it from ending`() {
    let search = QuasiNewton(evaluationLimit: 200)
    let hostile: [@Sendable ([Double]) -> (value: Double, gradient: [Double])] = [
      { x in (x[0] * x[0], [-2 * x[0]]) }, { _ in (.nan, [.nan]) },
      { x in (x[0] * x[0], [.nan]) }, { x in (-exp(x[0]), [-exp(x[0])]) },
      { x in (x[0] > 0.5 ? .infinity : x[0], [1]) },
    ]
    for objective in hostile {
      let found = search.minimum(ofDifferentiable: objective, from: [0.3])
      #expect(found.evaluations <= 204 && !found.value.isNaN)
    }
  }
}
