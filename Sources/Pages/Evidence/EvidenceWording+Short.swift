import Care
import Inference
import Knowledge

/// What is said first, in plain words: for and against alike.
extension EvidenceWording {
  var short: [String] {
    [theory, counts].compactMap(\.self) + [bodies(.supports), bodies(.against)].compactMap(\.self)
      + synthesis.pools.map { verdict(of: $0) }
      + [couplingVerdict, silent].compactMap(\.self)
  }

  private var theory: String {
    "The theory: treatments that help with depression also restore memory, and those that do more "
      + "for mood do more for memory."
  }

  private var counts: String? {
    let all = bearings.map { synthesis.rows($0.0).count }
    let total = all.reduce(0, +)
    guard total > 0 else { return "No finding here bears on it." }
    return "Of \(CountText.of(total, "finding")) that bear on it, \(all[0]) speak for it, "
      + "\(all[1]) against it, \(all[2]) for and against, and \(all[3]) neither."
  }

  /// The treatments behind the findings on one side.
  private func bodies(_ bearing: TreatmentEffect.Bearing) -> String? {
    var seen: Set<String> = []
    let names = synthesis.rows(bearing).map(\.trials).filter { seen.insert($0).inserted }
    guard !names.isEmpty else { return nil }
    let side = bearing == .supports ? "Findings for it" : "Findings against it"
    return "\(side) come from \(CountText.list(names))."
  }

  /// What a pool says, and how much that is worth.
  func verdict(of pool: EvidencePool) -> String {
    let outcome = words(for: pool.domain)
    switch pool.analysis {
    case .notYet(let reason):
      return "\(title(of: pool.domain)): \(lowercased(reason.reason))"
    case .found(let found):
      let numbers =
        "\(number(found.estimate)) standard deviations, 95 % interval \(range(found.interval))"
      let count = CountText.of(found.studies.count, "treatment")
      return
        "\(sentence(found, outcome)) (\(numbers); \(count)).\(outlook(found))\(unread(in: pool))"
    }
  }

  /// Which of the pooled numbers could not be read again in the source.
  private func unread(in pool: EvidencePool) -> String {
    let rows = pool.members.filter { $0.row.check.numbers != .seen }.map(\.row.id.rawValue)
    guard !rows.isEmpty else { return "" }
    return " Not read again in full: the \(rows.count == 1 ? "number" : "numbers") of "
      + "\(CountText.list(rows))."
  }

  private func sentence(_ found: MetaAnalysis, _ outcome: String) -> String {
    if found.interval.lowerBound > 0 {
      return "Against control, these treatments improved \(outcome)"
    }
    if found.interval.upperBound < 0 {
      return "Against control, these treatments worsened \(outcome)"
    }
    return "Whether these treatments change \(outcome) cannot be told"
  }

  private func outlook(_ found: MetaAnalysis) -> String {
    guard let prediction = found.predictionInterval else {
      return " Two effects are too few comparable studies for more than that."
    }
    return
      " For one more treatment the 95 % prediction interval is \(number(prediction.lowerBound)) "
      + "to \(number(prediction.upperBound))."
  }

  private var couplingVerdict: String {
    switch synthesis.coupling.analysis {
    case .notYet(let reason):
      return "Whether treatments that do more for mood do more for memory cannot be told. "
        + reason.reason.replacing("studies", with: "pairs of effects")
    case .found(let fits):
      let isOpen = fits.contains { $0.lower == nil || $0.upper == nil }
      let signs = Set(fits.map { sign(of: $0) })
      if signs == [1] { return "Treatments that do more for mood did more for memory." }
      if signs == [-1] { return "Treatments that do more for mood did less for memory." }
      return "Whether treatments that do more for mood do more for memory cannot be told from "
        + "\(CountText.of(synthesis.coupling.pairs.count, "pair")) of effects"
        + (isOpen ? ": the slope has no bound." : ".")
    }
  }

  /// 1 or -1 where the whole interval lies on one side of 0.
  private func sign(of fit: BivariateMetaRegression) -> Int {
    if let lower = fit.lower, lower > 0 { return 1 }
    if let upper = fit.upper, upper < 0 { return -1 }
    return 0
  }

  /// What the pools cannot show: findings without a comparable number.
  private var silent: String? {
    let pooled = Set(synthesis.pools.flatMap(\.members).map(\.row.id))
    let rest = synthesis.rows.filter { !pooled.contains($0.id) && $0.effect.domain != .mood }
    let (pro, contra) = (
      rest.count { $0.bearing == .supports }, rest.count { $0.bearing == .against }
    )
    guard pro + contra > 0 else { return nil }
    let missed =
      contra > 0 && contra == synthesis.rows(.against).count
      ? "no finding against it is among the pooled numbers, which flatter it for that."
      : "whoever reads the pooled numbers alone misses them."
    return
      "Of the findings on memory and cognition that could not be pooled, \(pro) speak for it and "
      + "\(contra) against it: \(missed)"
  }

  private func lowercased(_ sentence: String) -> String {
    sentence.prefix(1).lowercased() + sentence.dropFirst()
  }
}
