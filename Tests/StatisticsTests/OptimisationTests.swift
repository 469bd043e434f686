import Foundation
import Statistics
import Testing

@Suite struct OptimisationTests {
  static func rosenbrock(_ x: [Double]) -> Double {
    let curve = x[1] - x[0] * x[0]
    return 100 * curve * curve + (1 - x[0]) * (1 - x[0])
  }

  /// Objectives that have no minimum, or none that can be reached.
  static let hostile: [@Sendable ([Double]) -> Double] = [
    { _ in .nan }, { _ in .infinity }, { _ in -.infinity }, { _ in 3 }, { x in x[0] },
    { x in -exp(x[0]) }, { x in x[0] > 0.5 ? x[0] : .nan }, { x in x[0] < 1 ? -.infinity : x[0] },
    { x in sin(1e9 * x[0]) }, { x in x[0] == 0.3 ? 0 : .nan }, { x in 1e308 * x[0] * x[0] },
    { x in -abs(x[0]).squareRoot() }, { x in floor(x[0] * 10) },
  ]

  @Test func `Brent finds the bottom of one valley`() {
    let found = BrentMinimum().minimum(of: { ($0 - 2) * ($0 - 2) + 1 }, in: -10...30)
    #expect(found.outcome == .converged)
    #expect(abs(found.point[0] - 2) < 1e-6)
    #expect(abs(found.value - 1) < 1e-12)
    #expect(found.evaluations < 60)
  }

  @Test func `Brent finds a minimum with a kink and one beside a wall`() {
    let kink = BrentMinimum().minimum(of: { abs($0 - 0.7) }, in: 0...1)
    #expect(abs(kink.point[0] - 0.7) < 1e-6)
    let wall = BrentMinimum().minimum(of: { $0 < 0.2 ? .nan : $0 }, in: 0...1)
    #expect(abs(wall.point[0] - 0.2) < 1e-6)
  }

  @Test func `Brent goes to the end of a range without a valley`() {
    let found = BrentMinimum().minimum(of: { $0 }, in: 3...4)
    #expect(found.point[0] >= 3 && found.point[0] < 3 + 1e-6)
  }

  @Test func `Brent searches a range of one point`() {
    let found = BrentMinimum().minimum(of: { $0 * $0 }, in: 3...3)
    #expect(found.point == [3] && found.value == 9 && found.outcome == .converged)
  }

  @Test(arguments: hostile.indices)
  func `every search ends on every objective`(index: Int) {
    let objective = OptimisationTests.hostile[index]
    let limit = 400
    let brent = BrentMinimum(evaluationLimit: limit)
    for range in [-1...1, 0.3...0.3, -Double.infinity ... .infinity, -1e308...1e308] {
      let found = brent.minimum(of: { objective([$0]) }, in: range)
      #expect(found.evaluations <= limit)
      #expect(!found.value.isNaN)
    }
    for start in [[0.3], [0.3, -2], [.nan, 1], [.infinity]] {
      let simplex = NelderMead(evaluationLimit: limit).minimum(of: objective, from: start)
      #expect(simplex.evaluations <= limit + 3 && !simplex.value.isNaN)
      let newton = QuasiNewton(evaluationLimit: limit).minimum(of: objective, from: start)
      #expect(newton.evaluations <= limit + 4 && !newton.value.isNaN)
      let adapted = CovarianceAdaptation(evaluationLimit: limit)
        .minimum(of: objective, from: start, seed: 1)
      #expect(adapted.evaluations <= limit + 7 && !adapted.value.isNaN)
      #expect(adapted.point.count == start.count)
      #expect(newton.point.count == start.count && simplex.point.count == start.count)
    }
  }

  @Test func `a search that sees only walls says so`() {
    #expect(QuasiNewton().minimum(of: { _ in .nan }, from: [1]).outcome == .wall)
    #expect(NelderMead().minimum(of: { _ in .infinity }, from: [1, 2]).outcome == .wall)
    #expect(BrentMinimum().minimum(of: { _ in .nan }, in: 0...1).outcome == .wall)
  }

  @Test func `no coordinates mean one evaluation`() {
    for found in [
      QuasiNewton().minimum(of: { _ in 4 }, from: []),
      NelderMead().minimum(of: { _ in 4 }, from: []),
    ] {
      #expect(found == Minimum(point: [], value: 4, evaluations: 1, outcome: .converged))
    }
  }

  @Test func `both searches follow the curved valley of Rosenbrock`() {
    let newton = QuasiNewton().minimum(of: Self.rosenbrock, from: [-1.2, 1])
    #expect(newton.outcome == .converged)
    #expect(newton.point.allSatisfy { abs($0 - 1) < 1e-5 })
    let simplex = NelderMead().minimum(of: Self.rosenbrock, from: [-1.2, 1])
    #expect(simplex.outcome == .converged)
    #expect(simplex.point.allSatisfy { abs($0 - 1) < 1e-5 })
  }

  @Test(arguments: 1...8)
  func `the quasi-Newton search solves any quadratic`(count: Int) throws {
    let matrix = Matrix.positive(count, seed: 21)
    let target = Matrix.sample(count, 1, seed: 22).column(0)
    let found = QuasiNewton().minimum(
      of: { x in
        let away = zip(x, target).map { $0 - $1 }
        return zip(away, matrix * away).reduce(7) { $0 + $1.0 * $1.1 }
      }, from: [Double](repeating: 3, count: count))
    #expect(abs(found.value - 7) < 1e-9)
    #expect(zip(found.point, target).allSatisfy { abs($0 - $1) < 1e-4 })
  }

  @Test func `the quasi-Newton search respects a wall`() {
    let found = QuasiNewton().minimum(of: { $0[0] <= 0 ? .nan : $0[0] - 2 * log($0[0]) }, from: [9])
    #expect(found.outcome == .converged)
    #expect(abs(found.point[0] - 2) < 1e-5)
  }

  @Test func `an exhausted search says so`() {
    let newton = QuasiNewton(evaluationLimit: 12).minimum(of: Self.rosenbrock, from: [-1.2, 1])
    #expect(newton.outcome == .evaluationLimit)
    let simplex = NelderMead(evaluationLimit: 12).minimum(of: Self.rosenbrock, from: [-1.2, 1])
    #expect(simplex.outcome == .evaluationLimit)
    let brent = BrentMinimum(evaluationLimit: 5).minimum(of: { cos($0) }, in: 0...6)
    #expect(brent.outcome == .evaluationLimit && brent.evaluations == 5)
  }

  @Test func `the numerical Hessian equals the derivatives of Rosenbrock`() {
    let hessian = numericalHessian(of: Self.rosenbrock, at: [-1.2, 1])
    #expect(hessian.distance(to: Matrix([[1330, 480], [480, 200]])) < 1e-4)
  }

  @Test func `forward differences find what their tolerance asks for, for half the evaluations`() {
    let away: ([Double]) -> Double = { x in
      let (first, second) = (x[0] - 1, x[1] + 2)
      return cosh(first) + 2 * second * second + first * second
    }
    // The gradient vanishes where second = -first / 4 and sinh(first) = first / 4: at first = 0.
    let central = QuasiNewton(tolerance: 1e-5).minimum(of: away, from: [3, 0])
    let forward = QuasiNewton(tolerance: 1e-5, differences: .forward).minimum(
      of: away, from: [3, 0])
    #expect(forward.outcome == .converged)
    #expect(abs(forward.point[0] - 1) < 1e-4 && abs(forward.point[1] + 2) < 1e-4)
    #expect(forward.evaluations < central.evaluations)
  }

  @Test func `a Hessian of second order errs by the square of its step`() {
    // The error of the second difference of exp is exp(x) h² / 12.
    func error(_ step: Double, _ isExtrapolated: Bool) -> Double {
      let hessian = numericalHessian(
        of: { exp($0[0]) }, at: [0], step: step, isExtrapolated: isExtrapolated)
      return abs(hessian[0, 0] - 1)
    }
    #expect(abs(error(0.1, false) - 0.01 / 12) < 1e-5)
    #expect(error(0.1, true) < 1e-4)
  }

  @Test func `the numerical Hessian of a smooth function keeps eight digits`() {
    let hessian = numericalHessian(of: { exp($0[0]) * sin($0[1]) }, at: [0.4, 0.9])
    let (e, s, c) = (exp(0.4), sin(0.9), cos(0.9))
    #expect(hessian.distance(to: Matrix([[e * s, e * c], [e * c, -e * s]])) < 1e-8)
  }

  @Test(arguments: [-0.5, 0.1, 0.9])
  func `a search around a known lower point finds the same bottom`(
    start: Double
  ) throws {
    let objective = { (x: Double) in exp(x) - 1.3 * x }
    try #require(objective(start) < min(objective(-1), objective(1)))
    let brent = BrentMinimum(tolerance: 1e-7)
    let plain = brent.minimum(of: objective, in: -1...1)
    let near = brent.minimum(
      of: objective, low: (-1, objective(-1)), middle: (start, objective(start)),
      high: (1, objective(1)))
    #expect(abs(plain.point[0] - log(1.3)) < 1e-6)
    #expect(abs(near.point[0] - log(1.3)) < 1e-6)
    #expect(near.outcome == .converged)
  }
}
