import Care
import Charts
import Inference
import Knowledge

/// Pools and the line through memory and mood, in words.
extension EvidenceWording {
  var forestHeading: Heading {
    let numbers = synthesis.pools.compactMap { pool -> String? in
      guard let found = pool.analysis.value else { return nil }
      let count = CountText.of(found.studies.count, "treatment")
      return
        "\(words(for: pool.domain)) \(number(found.estimate)) (\(range(found.interval))), \(count)"
    }
    return Heading(
      id: "evidence", title: "Effects of treatments on memory and mood",
      caption: "Boxes grow with their share; the diamond is what they say together.",
      summary: numbers.isEmpty
        ? "No two effects could be pooled."
        : "Pooled effects with 95 % intervals: \(numbers.joined(separator: "; ")).")
  }

  func pooledName(_ found: MetaAnalysis) -> String { "All \(found.studies.count)" }

  func summary(of pool: EvidencePool) -> [String] { [verdict(of: pool)] }

  func facts(of pool: EvidencePool) -> [Section.Fact] {
    guard let found = pool.analysis.value else { return [] }
    let freedom = found.studies.count - 1
    let share = NumberText.fixed(100 * found.inconsistency, places: 0)
    return [
      .init(
        name: "Pooled effect", value: "\(number(found.estimate)) (\(range(found.interval)))",
        note: scale(found)),
      .init(
        name: "Where one more is expected",
        value: found.predictionInterval.map(range) ?? "cannot be said from two"),
      .init(
        name: "Variance between treatments",
        value: "τ² \(NumberText.fixed(found.tauSquared, places: 3)) (\(thousandths(found)))",
        note: "I² \(share) % of the variance is not sampling error"),
      .init(
        name: "Test of sameness",
        value: "Q \(number(found.cochranQ)) on \(freedom), "
          + "p \(probability(found.homogeneityPValue))"),
    ]
  }

  private func probability(_ pValue: Double) -> String {
    pValue < 0.001 ? "< 0.001" : "= \(NumberText.fixed(pValue, places: 3))"
  }

  private func thousandths(_ found: MetaAnalysis) -> String {
    let interval = found.tauSquaredInterval
    return NumberText.fixed(interval.lowerBound, places: 3) + " to "
      + NumberText.fixed(interval.upperBound, places: 3)
  }

  private func scale(_ found: MetaAnalysis) -> String {
    let scale = number(found.hartungKnappScale)
    return found.hartungKnappScale < 1
      ? "Hartung-Knapp scale \(scale), held at 1 so that agreement by luck narrows nothing"
      : "Hartung-Knapp scale \(scale)"
  }

  func used(in pool: EvidencePool) -> [String] {
    pool.members.map { "\(name(of: $0.row)): \(remark(on: $0))." }
  }

  // MARK: Memory beside mood

  func summary(of coupling: EvidenceCoupling) -> [String] {
    let pairs = CountText.of(coupling.pairs.count, "body", "bodies")
    switch coupling.analysis {
    case .notYet(let reason):
      return [
        "\(pairs) of trials have a comparable effect on memory and one on mood.",
        reason.reason.replacing("studies", with: "pairs"),
      ]
    case .found:
      return [
        "The true effect on memory, as a line on the true effect on mood, over \(pairs) of trials; "
          + "both are known with error.",
        "No source says how the two errors go together, so three answers are given.",
      ]
    }
  }

  func facts(of coupling: EvidenceCoupling) -> [Section.Fact] {
    (coupling.analysis.value ?? []).map { fit in
      .init(
        name: "Slope if errors correlate \(NumberText.fixed(fit.assumedCorrelation, places: 1))",
        value: "\(number(fit.slope)) (\(bounds(fit)))",
        note: "Standard deviation of true effects on mood \(number(fit.predictorDeviation))")
    }
  }

  private func bounds(_ fit: BivariateMetaRegression) -> String {
    switch (fit.lower, fit.upper) {
    case (let lower?, let upper?): "\(number(lower)) to \(number(upper))"
    case (let lower?, nil): "above \(number(lower)), no upper bound"
    case (nil, let upper?): "below \(number(upper)), no lower bound"
    case (nil, nil): "no bound on either side"
    }
  }

  func table(of pairs: [EvidenceCoupling.Pair]) -> DataTable {
    DataTable(
      caption: couplingTitle,
      headings: ["Body of trials", "Memory", "Mood", "Remark"],
      rows: pairs.map { pair in
        [
          name(of: pair.memory.row), cell(pair.memory), cell(pair.mood),
          "\(pair.memory.reported.domain == .coldMemory ? "neutral" : "emotional or personal") "
            + "material, \(pair.isOnePublication ? "one publication" : "two publications")",
        ]
      })
  }

  private func cell(_ effect: PoolableEffect) -> String {
    let (low, high) = ends(of: effect)
    return "\(number(effect.study.estimate)) (\(number(low)) to \(number(high)))"
  }

  func sureness(of coupling: EvidenceCoupling) -> [String] {
    guard coupling.analysis.value != nil else { return [] }
    return [
      "With fewer than ten pairs any slope is rough.",
      "Treatments differ in more than their effects, so that even a clear slope would not show that "
        + "mood brings memory along.",
    ]
  }
}
