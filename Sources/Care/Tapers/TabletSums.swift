/// Every dose that a few tablets and parts of tablets add up to, with the simplest way to each.
///
/// Sums are found by adding one piece after another, so each is exact and reached with the fewest
/// pieces, and among those with the fewest divided tablets. At most 6 strengths in 3 kinds of parts
/// and 8 pieces bound their number.
struct TabletSums: Sendable {
  private struct Piece: Hashable {
    let strength: ExactDose
    let denominator: Int
    let nanograms: Int
  }

  /// The way to a sum: its last piece and the sum before it.
  private struct Way {
    let previous: Int
    let piece: Int
    let splits: Int
  }

  private let pieces: [Piece]
  private let ways: [Int: Way]
  /// The sums in nanograms, rising; without 0.
  let sums: [Int]

  /// Finds the sums.
  ///
  /// - Parameters:
  ///   - formulation: what there is.
  ///   - most: the most pieces.
  ///   - limit: the largest sum of interest.
  init(_ formulation: FormulationSet, most: Int, limit: ExactDose) {
    let pieces = Self.pieces(formulation)
    var ways: [Int: Way] = [:]
    var layer = [0]
    for _ in 0..<max(0, most) {
      var next: [Int: Way] = [:]
      for sum in layer {
        let splits = ways[sum]?.splits ?? 0
        for (index, piece) in pieces.enumerated() {
          let total = sum + piece.nanograms
          guard total <= limit.nanograms, ways[total] == nil else { continue }
          let way = Way(
            previous: sum, piece: index, splits: splits + (piece.denominator > 1 ? 1 : 0))
          if let other = next[total], other.splits <= way.splits { continue }
          next[total] = way
        }
      }
      ways.merge(next) { first, _ in first }
      layer = next.keys.sorted()
    }
    self.pieces = pieces
    self.ways = ways
    sums = ways.keys.sorted()
  }

  /// The distinct sizes of pieces; a whole tablet stands for a part of the same mass.
  private static func pieces(_ formulation: FormulationSet) -> [Piece] {
    var found: [Int: Piece] = [:]
    for denominator in formulation.splitting.denominators {
      for strength in formulation.tablets {
        let mass = strength.nanograms / denominator
        if found[mass] == nil {
          found[mass] = Piece(strength: strength, denominator: denominator, nanograms: mass)
        }
      }
    }
    return found.values.sorted { $0.nanograms > $1.nanograms }
  }

  /// The way to a sum.
  ///
  /// - Parameter nanograms: the sum; 0 for no tablets.
  /// - Returns: the tablets, the largest pieces first; nil when the sum cannot be made.
  func tablets(for nanograms: Int) -> [MadeUpDose.Tablets]? {
    var counts: [Int: Int] = [:]
    var rest = nanograms
    while rest > 0 {
      guard let way = ways[rest] else { return nil }
      counts[way.piece, default: 0] += 1
      rest = way.previous
    }
    return counts.keys.sorted().map { index in
      MadeUpDose.Tablets(
        count: counts[index] ?? 0, strength: pieces[index].strength,
        denominator: pieces[index].denominator)
    }
  }
}
