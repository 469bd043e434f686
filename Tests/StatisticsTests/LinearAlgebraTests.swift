import Foundation
import Statistics
import Testing

/// Reference numbers: scipy.linalg 1.17.1 and numpy 2.4.6.
@Suite struct LinearAlgebraTests {
  let positive = Matrix([[4, 1, 0.5], [1, 3, -0.2], [0.5, -0.2, 2]])
  let general = Matrix([[0, 2, 1], [1, -2, 3], [4, 1, -1]])

  @Test func `sums and products follow their definitions`() {
    let left = Matrix([[1, 2, 3], [4, 5, 6]])
    let right = Matrix([[1, 0], [2, 1], [0, -1]])
    #expect(left * right == Matrix([[5, -1], [14, -1]]))
    #expect(left * [1, 0, -1] == [-2, -2])
    #expect(left + left == left * 2)
    #expect(left - left == Matrix(rows: 2, columns: 3))
    #expect(left.transpose == Matrix([[1, 4], [2, 5], [3, 6]]))
    #expect(left.row(1) == [4, 5, 6] && left.column(2) == [3, 6] && left.diagonal == [1, 5])
    #expect(left.row(2).isEmpty && left.column(-1).isEmpty)
    #expect(Matrix.identity(2) * left == left)
  }

  @Test func `shapes that do not fit give no numbers`() {
    let left = Matrix(rows: 2, columns: 3, repeating: 1)
    #expect((left * left).elements.allSatisfy { $0.isNaN })
    #expect((left + left.transpose).elements.allSatisfy { $0.isNaN })
    #expect((left * [1, 2]).allSatisfy { $0.isNaN })
    #expect(left.exponential().elements.allSatisfy { $0.isNaN })
    #expect(Matrix([[1, 2], [3]])[1, 1].isNaN)
    #expect(Matrix(rows: 2, columns: 2, elements: [1, 2, 3]) == nil)
    #expect(Matrix(rows: .max, columns: .max, elements: [1]) == nil)
    #expect(Matrix(rows: -1, columns: 3).elements.isEmpty)
  }

  @Test func `the Cholesky factor equals the reference`() throws {
    let factor = try #require(Cholesky(positive))
    let expected = Matrix([
      [2, 0, 0], [0.5, 1.6583123951777, 0], [0.25, -0.19598237397554635, 1.3780750738225074],
    ])
    #expect(factor.lower.distance(to: expected) < 1e-14)
    #expect(abs(factor.logDeterminant - 3.039270575568475) < 1e-13)
    let inverse = Matrix([
      [0.2853039731929153, -0.10052656773575874, -0.08137865007180468],
      [-0.10052656773575874, 0.3709909047391096, 0.062230732407850646],
      [-0.08137865007180468, 0.062230732407850646, 0.5265677357587362],
    ])
    #expect(factor.inverse.distance(to: inverse) < 1e-14)
  }

  @Test(arguments: 1...12)
  func `the Cholesky factor rebuilds its matrix and solves it`(count: Int) throws {
    let matrix = Matrix.positive(count, seed: UInt64(count))
    let factor = try #require(Cholesky(matrix))
    #expect((factor.lower * factor.lower.transpose).distance(to: matrix) < 1e-12)
    let right = Matrix.sample(count, 1, seed: 99).column(0)
    let solved = factor.solve(right)
    #expect(zip(matrix * solved, right).allSatisfy { abs($0 - $1) < 1e-9 })
    let form = zip(right, solved).reduce(0) { $0 + $1.0 * $1.1 }
    let white = factor.whiten(right).reduce(0) { $0 + $1 * $1 }
    #expect(abs(form - white) < 1e-9 * max(form, 1))
  }

  @Test(arguments: [
    Matrix([[1, 2], [2, 1]]), Matrix([[0]]), Matrix([[.nan]]), Matrix([[.infinity]]),
    Matrix(rows: 2, columns: 3), Matrix([[1, 0], [.nan, 1]]),
  ])
  func `a matrix that is not positive definite has no Cholesky factor`(matrix: Matrix) {
    #expect(Cholesky(matrix) == nil)
  }

  @Test func `exchanging rows solves a matrix with a zero pivot`() throws {
    let factors = try #require(LU(general))
    #expect(abs(factors.determinant - 35) < 1e-12)
    let expected = [0.8285714285714285, 0.22857142857142865, 0.5428571428571429]
    #expect(zip(factors.solve([1, 2, 3]), expected).allSatisfy { abs($0 - $1) < 1e-14 })
    #expect((factors.inverse * general).distance(to: .identity(3)) < 1e-14)
    #expect(factors.solve([1]).allSatisfy { $0.isNaN })
  }

  @Test(arguments: [
    Matrix([[1, 2], [2, 4]]), Matrix([[0]]), Matrix([[.nan]]), Matrix(rows: 2, columns: 1),
  ])
  func `a singular matrix has no LU factors`(matrix: Matrix) { #expect(LU(matrix) == nil) }

  @Test func `eigenvalues equal the reference`() throws {
    let eigen = try #require(SymmetricEigen(positive))
    let expected = [1.6928770621373772, 2.649284505646262, 4.65783843221636]
    #expect(zip(eigen.values, expected).allSatisfy { abs($0 - $1) < 1e-14 })
    #expect(SymmetricEigen(Matrix([[.nan]])) == nil)
    #expect(SymmetricEigen(Matrix(rows: 1, columns: 2)) == nil)
  }

  @Test(arguments: 0...10)
  func `eigenvectors are orthonormal and rebuild their matrix`(count: Int) throws {
    let matrix = Matrix.sample(count, count, seed: 5).symmetrised
    let eigen = try #require(SymmetricEigen(matrix))
    let vectors = eigen.vectors
    #expect((vectors.transpose * vectors).distance(to: .identity(count)) < 1e-13)
    let rebuilt = vectors * Matrix(diagonal: eigen.values) * vectors.transpose
    #expect(rebuilt.distance(to: matrix) < 1e-12)
    #expect(eigen.values == eigen.values.sorted())
  }
}
