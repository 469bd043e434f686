import Foundation
import Inference
import Statistics
import Testing

@Suite struct DriftEffectsTests {
  private let drift = Matrix([[-0.357, 0, 0], [0.771, -0.511, 0], [-0.450, 0.729, -0.693]])

  /// Reference: `RECIPES.md` of the reference data, check 15.
  @Test(
    arguments: [
      (1.0, -0.100038, -0.267454, 0.167416), (2, 0.079901, -0.320904, 0.400804),
      (5, 0.369254, -0.182845, 0.552099),
    ])
  func `effects of a published drift`(
    lag: Double, total: Double, direct: Double, indirect: Double
  ) throws {
    let effects = try DriftEffects(drift: drift, lag: lag)
    #expect(abs(effects.total - total) < 5e-7)
    #expect(abs(effects.direct - direct) < 5e-7)
    #expect(abs(effects.indirect - indirect) < 1e-6)
    let closed = -0.450 * (exp(-0.357 * lag) - exp(-0.693 * lag)) / (-0.357 + 0.693)
    #expect(abs(effects.direct - closed) < 1e-14)
  }

  @Test func `without a path over the mediator nothing is indirect`() throws {
    let open = Matrix([[-0.4, 0, 0], [0, -0.5, 0], [0.3, 0.7, -0.6]])
    #expect(abs(try DriftEffects(drift: open, lag: 3).indirect) < 1e-15)
  }

  @Test func `no lag, no effect`() throws {
    let effects = try DriftEffects(drift: drift, lag: 0)
    #expect(effects.total == 0)
    #expect(effects.direct == 0)
  }

  @Test func `what cannot be read is refused`() {
    #expect(throws: InferenceError.self) { try DriftEffects(drift: drift, lag: -1) }
    #expect(throws: InferenceError.self) { try DriftEffects(drift: drift, lag: .infinity) }
    #expect(throws: InferenceError.self) { try DriftEffects(drift: drift, mediator: 2, lag: 1) }
    #expect(throws: InferenceError.self) { try DriftEffects(drift: drift, outcome: 3, lag: 1) }
    #expect(throws: InferenceError.self) {
      try DriftEffects(drift: Matrix(rows: 2, columns: 3), lag: 1)
    }
    #expect(throws: InferenceError.self) {
      try DriftEffects(drift: Matrix([[1, 0, 0], [1, 1, 0], [1, 1, 1]]), lag: 1e6)
    }
  }
}
