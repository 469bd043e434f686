private import Foundation

/// Running sums of the regression on innovations.
final class InnovationAccumulator<Columns: SIMD> where Columns.Scalar == Double {
  private let products: UnsafeMutablePointer<Columns>
  /// The last innovation, laid down once so that its elements can be read one by one.
  private let last: UnsafeMutablePointer<Columns>
  private let scalars: UnsafePointer<Double>
  private let width: Int
  private var logVariances = 0.0
  private var product = 1.0
  private var isSettled = false

  init(columnCount: Int) {
    width = columnCount
    products = .allocate(capacity: columnCount)
    products.initialize(repeating: .zero, count: columnCount)
    last = .allocate(capacity: 1)
    last.initialize(to: .zero)
    scalars = UnsafeRawPointer(last).assumingMemoryBound(to: Double.self)
  }

  deinit {
    products.deallocate()
    last.deallocate()
  }

  @inline(__always)
  func add(_ innovation: Columns, inverse: Double, variance: Double) {
    let scaled = innovation * inverse
    last.pointee = innovation
    for column in 0..<width { products[column] += scaled * scalars[column] }
    // The logarithm of a product costs one call for many observations.
    product *= variance
    if !(product > 1e-100 && product < 1e100) { flush() }
  }

  /// Passes over an observation without variance, which must not speak of any coefficient.
  func pass(_ innovation: Columns) {
    for column in 1..<max(width, 1) where innovation[column] != 0 { isSettled = true }
  }

  private func flush() {
    // A single factor beyond the bounds still has a finite logarithm unless it is itself 0 or ∞.
    logVariances += log(product)
    product = 1
  }

  func sums(count: Int) -> InnovationSums {
    flush()
    let stride = MemoryLayout<Columns>.size / MemoryLayout<Double>.size
    let elements = UnsafeRawPointer(products).assumingMemoryBound(to: Double.self)
    let matrix = [Double](unsafeUninitializedCapacity: width * width) { target, filled in
      for row in 0..<width {
        for column in 0..<width {
          target[row &* width &+ column] = elements[row &* stride &+ column]
        }
      }
      filled = width * width
    }
    return InnovationSums(
      count: count, logVariances: logVariances, columnCount: width, products: matrix,
      isSettled: isSettled)
  }
}
