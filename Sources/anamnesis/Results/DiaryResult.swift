import JSON
import MemoryScience

/// What `anamnesis memory diary` prints.
struct DiaryResult: AnalysisResult {
  /// One variant held against another, over people.
  struct Comparison {
    let name: String
    let gain: MeanInterval
    let share: Double
    let control: MeanInterval
  }

  let event: String
  let affect: String
  let skipped: Int
  let people: [DiaryPerson]

  /// How many people were fitted.
  var fitted: Int { findings.count }

  private var findings: [(name: String, found: DiaryPerson.Findings)] {
    people.compactMap { person in (try? person.findings.get()).map { (person.name, $0) } }
  }

  /// Who was not fitted, and why.
  var refusals: [(name: String, reason: String)] {
    people.compactMap { person in
      guard case .failure(let error) = person.findings else { return nil }
      return (person.name, error.description)
    }
  }

  private var shared: SharedHalfLife? { try? SharedHalfLife(findings.map(\.found.profile)) }

  private var comparisons: [Comparison] {
    let pairs: [(EmotionalContextModel, EmotionalContextModel)] = [
      (.integrator, .noCarryOver), (.context, .noCarryOver), (.context, .autoregression),
      (.context, .inertia), (.inertia, .autoregression),
    ]
    return pairs.map { model, other in
      let gains = findings.compactMap { $0.found.comparison.gain(of: model, over: other) }
      let control = findings.compactMap { $0.found.control.gain(of: model, over: other) }
      return Comparison(
        name: "\(model.name) over \(other.name)", gain: MeanInterval(gains),
        share: Double(gains.count { $0 > 0 }) / Double(max(gains.count, 1)),
        control: MeanInterval(control))
    }
  }

  var json: JSONValue {
    .object([
      "event": .string(event), "affect": .string(affect), "rowsWithoutTime": .number(skipped),
      "people": .array(findings.map { json($0.name, $0.found.fit) }),
      "refused": .array(
        refusals.map { .object(["name": .string($0.name), "reason": .string($0.reason)]) }),
      "sharedHalfLife": shared.map(json) ?? .null,
      "leftOutDays": .array(comparisons.map(json)),
    ])
  }

  private func json(_ name: String, _ fit: EmotionalContextFit) -> JSONValue {
    .object([
      "name": .string(name), "readings": .number(fit.readingCount),
      "baseline": json(fit.baseline), "sensitivities": .array(fit.sensitivities.map(json)),
      "halfLifeHours": fit.halfLife.flatMap { .number($0) } ?? .null,
      "halfLifeLower": fit.halfLifeInterval.lower.flatMap { .number($0) } ?? .null,
      "halfLifeUpper": fit.halfLifeInterval.upper.flatMap { .number($0) } ?? .null,
      "contextShare": .number(fit.contextShare) ?? .null,
      "variance": .number(fit.variance) ?? .null,
      "logLikelihood": .number(fit.logLikelihood) ?? .null,
      "isInterior": .bool(fit.isInterior),
    ])
  }

  private func json(_ estimate: EmotionalContextFit.Estimate) -> JSONValue {
    .object([
      "estimate": .number(estimate.value) ?? .null,
      "standardError": .number(estimate.standardError) ?? .null,
    ])
  }

  private func json(_ interval: MeanInterval) -> JSONValue {
    .object([
      "mean": .number(interval.mean) ?? .null, "lower": .number(interval.lower) ?? .null,
      "upper": .number(interval.upper) ?? .null,
    ])
  }

  private func json(_ shared: SharedHalfLife) -> JSONValue {
    .object([
      "hours": .number(shared.halfLife) ?? .null,
      "supportedFrom": .number(shared.supported.lowerBound) ?? .null,
      "supportedTo": .number(shared.supported.upperBound) ?? .null,
      "tried": .array(SharedHalfLife.tried.map { .number($0) ?? .null }),
      "gain": .array(shared.profile.map { .number($0) ?? .null }),
      "gainOfAPerson": json(MeanInterval(shared.gains)),
      "shareOfPeople": .number(shareGaining(shared)) ?? .null,
    ])
  }

  private func json(_ comparison: Comparison) -> JSONValue {
    .object([
      "comparison": .string(comparison.name), "gain": json(comparison.gain),
      "shareOfPeople": .number(comparison.share) ?? .null, "control": json(comparison.control),
    ])
  }

  private func shareGaining(_ shared: SharedHalfLife) -> Double {
    Double(shared.gains.count { $0 > 0 }) / Double(shared.gains.count)
  }
}

extension DiaryResult {
  var lines: [String] {
    var lines = [
      "\(affect) after \(event): \(counted(fitted, "diary", "diaries")) fitted, "
        + "\(counted(refusals.count, "refused", "refused")), "
        + "\(counted(skipped, "row")) without a time"
    ]
    let reasons = Dictionary(grouping: refusals, by: \.reason).mapValues(\.count)
    for (reason, count) in reasons.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
      lines.append("  refused \(count): \(reason)")
    }
    return lines + personLines + sharedLines + comparisonLines
  }

  private var personLines: [String] {
    guard fitted <= 12 else {
      return ["", "The fit of every diary is in --format json."]
    }
    var table = TextTable("diary", "readings", "baseline", "effects of events", "half-life, h")
    for (name, found) in findings {
      let fit = found.fit
      let effects = fit.sensitivities.map {
        "\($0.value.digits(2)) (SE \($0.standardError.digits(2)))"
      }
      table.add(
        name, "\(fit.readingCount)", fit.baseline.value.digits(2),
        effects.joined(separator: ", "), halfLife(fit))
    }
    return [""] + table.lines
  }

  private func halfLife(_ fit: EmotionalContextFit) -> String {
    let lower = fit.halfLifeInterval.lower?.digits(1) ?? "0"
    let upper = fit.halfLifeInterval.upper?.digits(1) ?? "no limit"
    return "\(fit.halfLife?.digits(1) ?? "-") (\(lower) to \(upper))"
  }

  private var sharedLines: [String] {
    guard let shared else { return [] }
    let gain = MeanInterval(shared.gains)
    let best = shared.profile.max() ?? 0
    return [
      "", "Do events linger, beside the inertia that mood has anyway?",
      "  half-life over all diaries \(shared.halfLife.short) h (of those tried, "
        + "\(shared.supported.lowerBound.short) to \(shared.supported.upperBound.short) are supported; "
        + "this is no 95 % interval); "
        + "log-likelihood \(best.digits(1)) above none, beyond events in a wrong order",
      "  at the half-life that the others favour, a diary gains \(gain.mean.digits(3)) "
        + "(95 % \(gain.lower.digits(3)) to \(gain.upper.digits(3))); "
        + "\((100 * shareGaining(shared)).digits(0)) % of people gain",
    ]
  }

  private var comparisonLines: [String] {
    var table = TextTable(
      "left-out days, nats a reading", "gain", "95 % interval", "people who gain",
      "events shuffled")
    for row in comparisons {
      table.add(
        row.name, row.gain.mean.digits(3),
        "\(row.gain.lower.digits(3)) to \(row.gain.upper.digits(3))",
        "\((100 * row.share).digits(0)) %", row.control.mean.digits(3))
    }
    guard fitted > 1 else { return [] }
    return [""] + table.lines
  }
}
