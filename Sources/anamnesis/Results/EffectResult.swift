import Inference
import Statistics

/// What `anamnesis effect` prints.
struct EffectResult: AnalysisResult {
  let outcome: String
  let method: TrajectoryCommand.Method
  let window: Double
  let analysis: InterventionAnalysis
  /// The times as the file writes them, by their place on the line of days.
  private let moments: [Double: Moment]

  /// Gathers a result.
  ///
  /// - Parameters:
  ///   - outcome: the name of the column.
  ///   - method: how the variances were found.
  ///   - window: how many days count as the same time.
  ///   - moments: the times as the file and the options write them.
  ///   - analysis: the analysis.
  init(
    outcome: String, method: TrajectoryCommand.Method, window: Double, moments: [Moment],
    analysis: InterventionAnalysis
  ) {
    self.outcome = outcome
    self.method = method
    self.window = window
    self.analysis = analysis
    self.moments = Dictionary(moments.map { ($0.order, $0) }) { first, _ in first }
  }

  /// A time as the file writes it.
  func moment(_ time: Double) -> Moment { moments[time] ?? .number(time) }

  /// A time in words.
  private func day(_ time: Double) -> String {
    let moment = moment(time)
    return moment.isDate ? moment.text : "day \(moment.text)"
  }

  private func days(_ range: ClosedRange<Double>) -> String {
    let (low, high) = (moment(range.lowerBound), moment(range.upperBound))
    guard low != high else { return day(range.lowerBound) }
    return (low.isDate ? "" : "days ") + "\(low.text) to \(high.text)"
  }

  private var start: Double { analysis.effect.intervention.start }

  var lines: [String] {
    [titleLine, effectLine, sureLine] + decayLines + pathLines + dateLines + doubtLines + cureLines
  }

  private var titleLine: String {
    let effect = analysis.effect
    let times = effect.intervention.times
    let before = effect.series.readings.count { $0.time < start }
    let what =
      switch effect.intervention.shape {
      case .step: "a step from \(day(start)) on"
      case .ramp(let length): "a ramp over \(length.short) days from \(day(start)) on"
      case .decay: "\(counted(times.count, "fading session")) from \(day(start)) on"
      }
    return "\(outcome): \(what); \(counted(before, "reading")) before, "
      + "\(effect.series.readings.count - before) from then on"
  }

  private func law(_ law: NormalMixture, digits: Int = 4) -> String {
    let interval = law.interval(0.95)
    return "\(law.mean.signed(digits)) (95 % interval \(interval.lowerBound.signed(digits)) to "
      + "\(interval.upperBound.signed(digits)))"
  }

  private var effectLine: String {
    let effect = analysis.effect
    let per = effect.intervention.shape == .decay ? " just after a session" : ""
    return "effect\(per): \(law(effect.law)), standard error \(effect.standardError.digits(4))"
  }

  private var sureLine: String {
    let effect = analysis.effect
    let probability = effect.probabilityOfSign
    let word =
      switch probability {
      case 0.995...: "very sure"
      case 0.975...: "sure"
      case 0.9...: "likely, not sure"
      default: "not known"
      }
    let direction = effect.estimate < 0 ? "lower" : "higher"
    let known = method == .ml ? "; variances are taken as known, so that this is too sure" : ""
    return "how sure: \(word); the probability that it is \(direction) than without is "
      + "\(probability.digits(3))\(known)"
  }

  private var decayLines: [String] {
    guard !analysis.effect.timeConstants.isEmpty else { return [] }
    var table = TextTable("falls to 1/e in days", "weight", "effect if so")
    for constant in analysis.effect.timeConstants {
      table.add(constant.days.short, constant.weight.digits(3), constant.law.mean.signed(4))
    }
    return [""] + table.lines
  }

  private var pathLines: [String] {
    let whole = analysis.wholeSeries
    var lines = [
      "", "Against the path without it, mean of \(counted(whole.readings.count, "reading"))",
      "  whole series with the input in the model    \(law(whole.mean))",
    ]
    switch analysis.forecast {
    case .success(let path):
      lines.append("  forecast from the readings before alone     \(law(path.mean))")
      lines.append("    in all \(law(path.total, digits: 1))")
    case .failure(let error): lines.append("  no forecast from the readings before: \(error)")
    }
    return lines
  }

  private var dateLines: [String] {
    guard case .success(let dates) = analysis.placebo else { return [] }
    var table = TextTable("date", "effect", "standard error", "z", "log-likelihood", "comparable")
    table.add(
      "none", "", "", "", dates.logLikelihoodWithout.digits(4),
      dates.comparableLogLikelihoodWithout.digits(4))
    let shown = Set([dates.proposed.time, dates.strongest.time] + dates.likelyTimes.prefix(12))
    for date in dates.candidates where shown.contains(date.time) {
      table.add(
        moment(date.time).text + mark(date, in: dates), date.estimate.signed(4),
        date.standardError.digits(4), date.z.signed(2), date.logLikelihood.digits(4),
        date.comparableLogLikelihood.digits(4))
    }
    let rest = dates.likelyTimes.count - 12
    return ["", "The same at \(dates.candidates.count) dates, level variance found anew at each"]
      + table.lines + (rest > 0 ? ["(\(counted(rest, "more likely date")) in --format json)"] : [])
      + ["\(day(start)) ranks \(dates.rank) of \(dates.candidates.count) by |z|"]
  }

  private func mark(
    _ date: PlaceboDates.Candidate, in dates: PlaceboDates
  ) -> String {
    let marks = [
      date.time == dates.proposed.time ? "asked" : nil,
      date.time == dates.likeliest.time ? "likeliest" : nil,
      date.time == dates.strongest.time ? "largest |z|" : nil,
    ].compactMap(\.self)
    return marks.isEmpty ? "" : " (\(marks.joined(separator: ", ")))"
  }

  private var doubtLines: [String] {
    var lines = analysis.cautions.map { "- " + words($0) }
    if case .success(let dates) = analysis.placebo, case .within(let range) = dates.dating {
      lines.insert("- if there was a change, it came at \(days(range))", at: 0)
    }
    return ["", "What to make of it"] + (lines.isEmpty ? ["- nothing speaks against it"] : lines)
  }

  /// A caution in words.
  func words(_ caution: InterventionAnalysis.Caution) -> String {
    switch caution {
    case .includesZero: "the interval includes no effect at all"
    case .notUniquelyDated(let likelier):
      "not uniquely dated: \(days(likelier)) fit better than \(day(start)) by more than "
        + "\(PlaceboDates.likelihoodUnits.short) units of log-likelihood"
    case .undated(let error): "the date could not be compared with others: \(error)"
    case .concurrent(let events):
      "at about the same time: "
        + events.map { "\($0.name) (\(day($0.time)))" }.joined(separator: ", ")
    case .onlyForecast:
      "only the forecast shows an effect: it puts down to this date whatever came later"
    case .onlyWholeSeries:
      "only the whole series shows an effect: the readings before it foresee too little"
    case .notConverged: "the search ran out of evaluations: a better fit may exist"
    }
  }

  private var cureLines: [String] {
    let cures = analysis.cautions.compactMap(cure)
    guard !cures.isEmpty else { return [] }
    return ["", "What would make it more certain"] + cures.map { "- " + $0 }
  }

  /// What would remove a caution.
  func cure(_ caution: InterventionAnalysis.Caution) -> String? {
    switch caution {
    case .includesZero: "more readings, most of all in the weeks next to \(day(start))"
    case .notUniquelyDated: "the same done again, or stopped, on a day drawn by lot"
    case .undated: "a longer series before and after"
    case .concurrent: "a time at which only one thing changes"
    case .onlyForecast: "readings of what else changed, as --regressors"
    case .onlyWholeSeries: "a longer series before"
    case .notConverged: nil
    }
  }
}

extension Double {
  /// The number with its sign and a fixed number of digits.
  fileprivate func signed(_ count: Int) -> String { (self < 0 ? "" : "+") + digits(count) }
}
