/// How far coders of memories agree.
public struct CodingAgreement: Hashable, Sendable {
  /// The share of pairs of codes of one memory that are the same, over all pairs of coders.
  public let percentAgreement: Double
  /// Krippendorff's alpha for nominal codes.
  public let alpha: KrippendorffAlpha
  /// The bootstrap interval of alpha.
  public let interval: KrippendorffAlpha.Interval
  /// Cohen's kappa for each pair of coders; nil where both gave all memories one code or share fewer
  /// than two memories.
  public let kappas: [[CohenKappa?]]

  /// Computes the agreement.
  ///
  /// - Parameters:
  ///   - codes: for each coder the code of each memory; nil where there is none. All coders have as
  ///     many entries.
  ///   - seed: the seed of the bootstrap.
  /// - Throws: an error when there are fewer than two coders or memories, or all codes are alike.
  public init(_ codes: [[SpecificityCode?]], seed: UInt64 = 1) throws(MemoryScienceError) {
    guard codes.count >= 2 else {
      throw .tooFew(observed: codes.count, needed: 2, what: "the agreement of coders")
    }
    guard codes.count <= 100, codes.allSatisfy({ $0.count == codes[0].count }) else {
      throw .unusable("give at most 100 coders, each with an entry for every memory")
    }
    let numbers = Dictionary(
      uniqueKeysWithValues: SpecificityCode.allCases.enumerated().map { ($1, $0) })
    let coders = codes.map { coder in coder.map { code in code.flatMap { numbers[$0] } } }
    let units = codes[0].indices.map { unit in coders.map { $0[unit] } }
    alpha = try KrippendorffAlpha(units)
    interval = try KrippendorffAlpha.interval(of: units, seed: seed)
    var (same, pairs) = (0, 0)
    var kappas: [[CohenKappa?]] = []
    for first in coders.indices {
      var row: [CohenKappa?] = []
      for second in coders.indices {
        row.append(
          try? CohenKappa(
            coders[first], coders[second], categories: SpecificityCode.allCases.count))
        guard second > first else { continue }
        for case (let left?, let right?) in zip(coders[first], coders[second]) {
          pairs += 1
          same += left == right ? 1 : 0
        }
      }
      kappas.append(row)
    }
    self.kappas = kappas
    percentAgreement = Double(same) / Double(pairs)
  }
}
