import Foundation
import Statistics
import Testing

/// Reference numbers: scipy.linalg 1.17.1 (expm, solve_continuous_lyapunov). The drift is the one of
/// the published continuous-time mediation example (exercise, mood, worry).
@Suite struct LinearDiffusionTests {
  let drift = Matrix([[-0.357, 0, 0], [0.771, -0.511, 0], [-0.450, 0.729, -0.693]])
  let diffusion = Matrix([[1, 0.2, 0.1], [0.2, 0.5, 0], [0.1, 0, 0.8]])

  @Test func `matrix exponentials equal the reference`() {
    let general = Matrix([
      [9.425790987376532, 4.924328455769965, 5.932666373747084],
      [8.602283409025626, 4.501462531606567, 5.51776075895997],
      [11.450427132707055, 5.932666373747084, 7.230588463019403],
    ])
    let matrix = Matrix([[0, 2, 1], [1, -2, 3], [4, 1, -1]])
    #expect(matrix.exponential().distance(to: general) < 1e-12)
    let twoDays = Matrix([
      [0.4896815485857362, 0, 0], [0.649878291019576, 0.3598744710020595, 0],
      [0.07990080239926615, 0.4398067810427735, 0.2500736011120941],
    ])
    #expect((drift * 2).exponential().distance(to: twoDays) < 1e-14)
  }

  @Test func `the exponential of an ill-conditioned matrix keeps its digits`() {
    let expected = Matrix([
      [-0.7357587581447559, 0.5518190996580998], [-1.4715175990882672, 1.1036382407155778],
    ])
    let matrix = Matrix([[-49, 24], [-64, 31]])
    #expect(matrix.exponential().distance(to: expected) < 1e-12)
  }

  @Test(arguments: 0...6)
  func `the exponential of the negative is the inverse`(count: Int) {
    let matrix = Matrix.sample(count, count, seed: 11)
    let product = matrix.exponential() * (matrix * -1).exponential()
    #expect(product.distance(to: .identity(count)) < 1e-11)
  }

  @Test func `the exponential of a diagonal and of a nilpotent matrix equal their closed forms`() {
    let diagonal = Matrix(diagonal: [-700, 0, 3]).exponential()
    #expect(diagonal.distance(to: Matrix(diagonal: [exp(-700), 1, exp(3)])) < 1e-12)
    let nilpotent = Matrix([[0, 3, 1], [0, 0, 2], [0, 0, 0]]).exponential()
    #expect(nilpotent.distance(to: Matrix([[1, 3, 4], [0, 1, 2], [0, 0, 1]])) < 1e-15)
  }

  @Test func `an infinite matrix has no exponential and ends`() {
    #expect(Matrix([[.infinity]]).exponential()[0, 0].isNaN)
    _ = Matrix([[1e300]]).exponential()
    _ = Matrix([[-Double.greatestFiniteMagnitude]]).exponential()
  }

  @Test func `the stationary covariance equals the reference`() throws {
    let expected = Matrix([
      [1.400560224089636, 1.4744607520427526, 0.5186950356179338],
      [1.4744607520427526, 2.71391240670247, 1.4242929223656886],
      [0.5186950356179338, 1.4242929223656886, 1.738667784093098],
    ])
    let covariance = try #require(stationaryCovariance(drift: drift, diffusion: diffusion))
    #expect(covariance.distance(to: expected) < 1e-13)
  }

  @Test func `the stationary covariance solves its equation with twelve states`() throws {
    let stable = Matrix.sample(12, 12, seed: 3) - Matrix.identity(12) * 10
    let noise = Matrix.positive(12, seed: 4)
    let covariance = try #require(stationaryCovariance(drift: stable, diffusion: noise))
    let residual = stable * covariance + covariance * stable.transpose + noise
    #expect(residual.distance(to: Matrix(rows: 12, columns: 12)) < 1e-11)
  }

  @Test(arguments: [
    Matrix([[0]]), Matrix([[0.1]]), Matrix([[-1, 0], [0, 1]]), Matrix([[0, 1], [-1, 0]]),
    Matrix([[-1, 0], [0, 0.5]]), Matrix([[.nan]]), Matrix(rows: 1, columns: 2),
  ])
  func `a drift that is not stable has no stationary covariance`(drift: Matrix) {
    let noise = Matrix.identity(drift.rows)
    #expect(stationaryCovariance(drift: drift, diffusion: noise) == nil)
  }

  @Test func `a step of three days equals the reference`() throws {
    let expected = Matrix([
      [1.2361067668226513, 1.0607688368816535, 0.19227406699786254],
      [1.0607688368816535, 1.6191057923948797, 0.48820997824114276],
      [0.19227406699786254, 0.48820997824114265, 0.8328902287191083],
    ])
    let step = try #require(discretised(drift: drift, diffusion: diffusion, gap: 3))
    #expect(step.noise.distance(to: expected) < 1e-13)
    #expect(step.transition.distance(to: (drift * 3).exponential()) < 1e-14)
  }

  @Test(arguments: [0, 1e-9, 0.01, 1, 7, 365, 1e6])
  func `the noise of a gap is what the stationary law loses over it`(gap: Double) throws {
    let rest = try #require(stationaryCovariance(drift: drift, diffusion: diffusion))
    let step = try #require(discretised(drift: drift, diffusion: diffusion, gap: gap))
    let lost = rest - step.transition * rest * step.transition.transpose
    #expect(step.noise.distance(to: lost) < 1e-12)
  }

  @Test func `two gaps in turn are one gap of their sum`() throws {
    let first = try #require(discretised(drift: drift, diffusion: diffusion, gap: 0.7))
    let second = try #require(discretised(drift: drift, diffusion: diffusion, gap: 1.9))
    let both = try #require(discretised(drift: drift, diffusion: diffusion, gap: 2.6))
    let carried = second.transition * first.noise * second.transition.transpose + second.noise
    #expect(carried.distance(to: both.noise) < 1e-13)
    #expect((second.transition * first.transition).distance(to: both.transition) < 1e-14)
  }

  @Test func `an integrated random walk has its closed form`() throws {
    let gap = 5.0
    let step = try #require(
      discretised(
        drift: Matrix([[0, 1], [0, 0]]), diffusion: Matrix([[0, 0], [0, 2]]), gap: gap))
    let cubed = gap * gap * gap
    let expected = Matrix([[2 * cubed / 3, gap * gap], [gap * gap, 2 * gap]])
    #expect(step.noise.distance(to: expected) < 1e-12)
    #expect(step.transition.distance(to: Matrix([[1, gap], [0, 1]])) < 1e-15)
  }

  @Test func `an exploding process has its closed form`() throws {
    let step = try #require(
      discretised(drift: Matrix([[0.3]]), diffusion: Matrix([[2]]), gap: 4))
    #expect(abs(step.noise[0, 0] - 2 * (exp(2 * 0.3 * 4) - 1) / 0.6) < 1e-12)
  }

  @Test(arguments: [-1, .nan, .infinity] as [Double])
  func `an impossible gap has no step`(gap: Double) {
    #expect(discretised(drift: drift, diffusion: diffusion, gap: gap) == nil)
  }
}
