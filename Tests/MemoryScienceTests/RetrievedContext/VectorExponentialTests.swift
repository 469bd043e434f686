import Foundation
import Testing

@testable import MemoryScience

struct VectorExponentialTests {
  /// The greatest relative distance from the exponential of the C library, over many exponents.
  private func error(_ function: (SIMD4<Double>) -> SIMD4<Double>) -> Double {
    var greatest = 0.0
    for step in 0..<40_000 {
      let share = Double(step) / 40_000
      let x = SIMD4(-708 * share, 708 * share, share - 0.5, -40 * share * share)
      let found = function(x)
      for lane in 0..<4 {
        greatest = max(greatest, abs(found[lane] / exp(x[lane]) - 1))
      }
    }
    return greatest
  }

  @Test func `four exponentials are right to two units of the last place`() {
    #expect(error { $0.exponential } <= 2 * Double.ulpOfOne)
    #expect(error { $0.exponential * (1 + 1e-15) } > 2 * Double.ulpOfOne)
    #expect(SIMD4(0, 0, 0, 0).exponential == SIMD4(1, 1, 1, 1))
  }

  @Test func `the larger number is taken lane by lane`() {
    let left = SIMD4(1.0, -2, 0, -.infinity)
    #expect(left.larger(than: SIMD4(0, -1, 0, 5)) == SIMD4(1, -1, 0, 5))
    #expect(left.kept(where: SIMD4(-1, 0, -1, 0)) == SIMD4(1, 0, 0, 0))
  }
}
