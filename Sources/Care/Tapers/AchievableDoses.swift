internal import Knowledge

/// The doses that can be made up from a set of formulations.
///
/// Tablets alone and liquid alone come first; both together are only used where neither alone gives
/// a dose in the wanted interval.
struct AchievableDoses: Sendable {
  private let sums: TabletSums
  private let liquid: Liquid?
  private let mostMarks: Int

  /// Finds the doses up to a limit.
  ///
  /// - Parameters:
  ///   - formulation: what there is.
  ///   - measuring: what can be measured out.
  ///   - limit: the largest dose of interest.
  init(_ formulation: FormulationSet, measuring: TaperMethods.Measuring, limit: ExactDose) {
    sums = TabletSums(formulation, most: measuring.mostTablets, limit: limit)
    liquid = formulation.liquid
    let most = Int(measuring.mostMillilitres * 1_000)
    mostMarks = formulation.liquid.map { most / $0.syringeMicrolitres } ?? 0
  }

  /// The smallest dose in an interval.
  ///
  /// - Parameters:
  ///   - least: the smallest dose that is wanted; above 0.
  ///   - limit: the dose that must not be reached.
  /// - Returns: the dose and how it is made up; nil when none can be made.
  func smallest(atLeast least: ExactDose, below limit: ExactDose) -> MadeUpDose? {
    let low = max(1, least.nanograms)
    guard low < limit.nanograms else { return nil }
    let solid = firstSum(atLeast: low).map { ($0, 0) }
    let fluid = marks(for: low).map { (0, $0) }
    let alone = [solid, fluid].compactMap(\.self).filter { total($0) < limit.nanograms }
    if let best = alone.min(by: { total($0) < total($1) }) { return madeUp(best) }
    let both = sums.sums.lazy.prefix { $0 < limit.nanograms }
      .compactMap { sum in marks(for: low - sum).map { (sum, $0) } }
      .filter { total($0) < limit.nanograms }
    return both.min { (total($0), $0.1) < (total($1), $1.1) }.flatMap(madeUp)
  }

  /// The largest dose below a limit, by tablets alone, by liquid alone or by both.
  ///
  /// - Parameters:
  ///   - limit: the dose that must not be reached.
  ///   - least: the smallest dose that is wanted.
  /// - Returns: the dose and how it is made up; nil when none can be made.
  func largest(below limit: ExactDose, atLeast least: ExactDose) -> MadeUpDose? {
    var best: (Int, Int)?
    for sum in [0] + sums.sums.prefix(while: { $0 < limit.nanograms }) {
      let room = limit.nanograms - 1 - sum
      let marks = liquid.map { min(mostMarks, room / $0.perMark.nanograms) } ?? 0
      // Without need, tablets are not topped up with liquid.
      for way in [(sum, 0), (sum, marks)] where total(way) >= max(1, least.nanograms) {
        if let other = best, total(other) >= total(way) { continue }
        best = way
      }
    }
    return best.flatMap(madeUp)
  }

  /// How a dose is made up exactly.
  ///
  /// - Parameter dose: the dose; above 0.
  /// - Returns: the simplest way; nil when it cannot be made.
  func exactly(_ dose: ExactDose) -> MadeUpDose? {
    smallest(atLeast: dose, below: ExactDose(nanograms: dose.nanograms + 1))
  }

  private func firstSum(atLeast low: Int) -> Int? {
    var (start, end) = (0, sums.sums.count)
    while start < end {
      let middle = (start + end) / 2
      if sums.sums[middle] < low { start = middle + 1 } else { end = middle }
    }
    return start < sums.sums.count ? sums.sums[start] : nil
  }

  /// The fewest marks of the syringe, at least one, that hold a mass.
  private func marks(for nanograms: Int) -> Int? {
    guard let liquid else { return nil }
    let size = liquid.perMark.nanograms
    let marks = max(1, (max(0, nanograms) + size - 1) / size)
    return marks <= mostMarks ? marks : nil
  }

  private func total(_ way: (sum: Int, marks: Int)) -> Int {
    way.sum + way.marks * (liquid?.perMark.nanograms ?? 0)
  }

  private func madeUp(_ way: (sum: Int, marks: Int)) -> MadeUpDose? {
    sums.tablets(for: way.sum).map { tablets in
      MadeUpDose(
        tablets: tablets, microlitres: way.marks * (liquid?.syringeMicrolitres ?? 0),
        liquidMass: ExactDose(nanograms: total((0, way.marks))))
    }
  }
}
