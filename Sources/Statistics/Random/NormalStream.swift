/// A reproducible stream of standard normal numbers in single precision, made for filling buffers.
///
/// For simulations that need hundreds of millions of numbers; elsewhere ``RandomStream/normal()`` is
/// the better choice. Number i of a stream depends on the seed, the stream and i alone, so the
/// numbers are the same however the buffers are cut, on any machine and with any number of threads.
/// A stream shares no counter of ``Philox`` with the ``RandomStream`` of the same name.
///
/// Pairs of numbers come from pairs of 32-bit words by the polar form of Box & Muller (1958, Annals
/// of Mathematical Statistics 29:610), with polynomials instead of the logarithm, sine and cosine of
/// the system's library. The largest possible number is 6.66; beyond it lies a share of 3e-11.
public struct NormalStream: Sendable {
  /// How many numbers one batch of words gives.
  static let batchSize = 16

  private let generator: Philox
  private let stream: UInt64
  private var position: UInt64 = 0

  /// Creates a stream at its beginning.
  ///
  /// - Parameters:
  ///   - seed: the seed of the whole piece of work.
  ///   - stream: which of the 2^64 streams of that seed.
  public init(seed: UInt64, stream: UInt64 = 0) {
    generator = Philox(
      key: SIMD2(UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32)),
      rounds: 7)
    self.stream = stream
  }

  /// Fills a buffer with the next numbers of the stream.
  ///
  /// Complexity: O(count); fastest where every count is a multiple of 16.
  ///
  /// - Parameter buffer: the place of the numbers; all of it is overwritten, an empty one is left.
  public mutating func fill(_ buffer: UnsafeMutableBufferPointer<Float>) {
    guard let base = buffer.baseAddress else { return }
    let size = NormalStream.batchSize
    var filled = 0
    while filled < buffer.count {
      let offset = Int(position % UInt64(size))
      let taken = min(size - offset, buffer.count - filled)
      let numbers = batch(position / UInt64(size))
      if taken == size {
        UnsafeMutableRawPointer(base + filled).storeBytes(of: numbers, as: SIMD16<Float>.self)
      } else {
        for index in 0..<taken { base[filled + index] = numbers[offset + index] }
      }
      filled += taken
      position &+= UInt64(taken)
    }
  }

  /// The next numbers of the stream as an array.
  ///
  /// - Parameter count: how many; below 1 gives none.
  /// - Returns: the numbers.
  public mutating func numbers(_ count: Int) -> [Float] {
    guard count > 0 else { return [] }
    return [Float](unsafeUninitializedCapacity: count) { buffer, initialized in
      fill(UnsafeMutableBufferPointer(rebasing: buffer[0..<count]))
      initialized = count
    }
  }

  /// The sixteen numbers of four counters.
  @inline(__always)
  private func batch(_ index: UInt64) -> SIMD16<Float> {
    // The highest bit keeps the counters apart from those of `RandomStream`.
    let first = (index &* 4) | 1 << 63
    let words = generator.blocks(
      SIMD4(repeating: first) | SIMD4<UInt64>(0, 1, 2, 3), upper: stream)
    let pairs = BoxMuller.pairs(
      radius: NormalStream.joined(words.first, words.third),
      angle: NormalStream.joined(words.second, words.fourth))
    return SIMD16(lowHalf: pairs.0, highHalf: pairs.1)
  }

  @inline(__always)
  private static func joined(_ low: SIMD4<UInt64>, _ high: SIMD4<UInt64>) -> SIMD8<UInt32> {
    SIMD8(
      lowHalf: SIMD4<UInt32>(truncatingIfNeeded: low),
      highHalf: SIMD4<UInt32>(truncatingIfNeeded: high))
  }
}
