import Care
import Charts
import Inference
import PatientRecord

extension Wording {
  /// Which end of a scale is the good one, for an axis.
  func direction(_ direction: RatingScale.Direction) -> String {
    switch direction {
    case .higherIsBetter: "higher = better"
    case .higherIsWorse: isPatient ? "lower = better" : "higher = worse"
    case .neutral: ""
    }
  }

  func trajectorySummary(_ part: TrajectoryPart) -> [String] {
    let name = ItemText.name(part.item)
    let text = ScaleText(scale: part.scale)
    guard let course = part.course.value else {
      let first = isPatient ? answered(part, name: name) : figures(part, text)
      return [first] + (part.course.missing.map { [missing($0)] } ?? [])
    }
    return isPatient
      ? [answered(part, name: name)] + ownChange(course, part) + ownForecast(course, text)
      : [figures(part, text)] + teamChange(course, text) + teamForecast(course, text)
        + outliers(course)
  }

  /// Sentences for the top of the report: changes one by one, what stayed the same together.
  func trajectoryGlances(_ parts: [TrajectoryPart]) -> [String] {
    let changed = parts.filter { !($0.course.value?.recentChange?.outer.contains(0) ?? true) }
    let steady = parts.filter { $0.course.value?.recentChange?.outer.contains(0) == true }
    let early = parts.filter { $0.course.value == nil }
    let names = { (parts: [TrajectoryPart]) in
      CountText.list(parts.map { ItemText.name($0.item) })
    }
    return changed.map(trajectoryGlance)
      + (steady.isEmpty
        ? []
        : ["\(names(steady)): no clear change over the last four weeks, as far as answers tell."])
      + (early.isEmpty ? [] : ["\(names(early)): not enough days yet."])
  }

  private func trajectoryGlance(_ part: TrajectoryPart) -> String {
    guard let course = part.course.value else { return "" }
    let sentences =
      isPatient ? ownChange(course, part) : teamChange(course, ScaleText(scale: part.scale))
    return "\(ItemText.name(part.item)): \(sentences.first ?? "")"
  }

  private func answered(_ part: TrajectoryPart, name: String) -> String {
    let scale = ScaleText(scale: part.scale)
    let reading =
      switch part.scale.direction {
      case .higherIsBetter: ", where higher is better"
      case .higherIsWorse: ", where lower is better"
      case .neutral: ""
      }
    return "You rated “\(name)” on \(CountText.of(part.summary.count, "day")), "
      + "from \(scale.ends)\(reading)."
  }

  private func ownChange(_ course: TrajectoryPart.Course, _ part: TrajectoryPart) -> [String] {
    guard let change = course.recentChange else { return [] }
    guard !change.outer.contains(0) else {
      return [
        "Over the last four weeks there is no clear change, as far as the answers can tell."
      ]
    }
    let text = ScaleText(scale: part.scale)
    let rose = change.mean > 0
    let better =
      switch part.scale.direction {
      case .higherIsBetter:
        rose ? " That is the better direction." : " That is the harder direction."
      case .higherIsWorse:
        rose ? " That is the harder direction." : " That is the better direction."
      case .neutral: ""
      }
    return [
      "Over the last four weeks it went \(rose ? "up" : "down") by about "
        + "\(text.value(abs(change.mean))) points.\(better)"
    ]
  }

  private func ownForecast(_ course: TrajectoryPart.Course, _ text: ScaleText) -> [String] {
    let ahead = course.days.filter(\.isForecast)
    guard let law = ahead.last?.prediction else { return [] }
    return [
      "If things go on as they have, most answers in the next days may lie "
        + "between \(text.value(text.possible(law.outer).lowerBound)) and "
        + "\(text.value(text.possible(law.outer).upperBound)). Nobody can know, and things can go "
        + "another way: no day has to fit it."
    ]
  }

  private func figures(_ part: TrajectoryPart, _ text: ScaleText) -> String {
    "\(CountText.of(part.summary.count, "daily mean")) on a scale of \(text.ends): "
      + "mean \(NumberText.fixed(part.summary.mean, places: text.places + 1)), "
      + "SD \(NumberText.fixed(part.summary.standardDeviation, places: text.places + 1))."
  }

  private func teamChange(_ course: TrajectoryPart.Course, _ text: ScaleText) -> [String] {
    guard let change = course.recentChange else { return [] }
    return [
      "Change of the level over the last four weeks: \(text.change(change.mean)) points "
        + "(95 % interval \(text.change(change.outer.lowerBound)) to "
        + "\(text.change(change.outer.upperBound)))\(change.outer.contains(0) ? ", no clear change" : "")."
    ]
  }

  private func teamForecast(_ course: TrajectoryPart.Course, _ text: ScaleText) -> [String] {
    guard let last = course.days.last, last.isForecast, let law = last.prediction else { return [] }
    return [
      "Forecast for \(DateText.day(last.day)) if things go on as they have: "
        + "\(text.value(law.mean)); 95 % of answers within "
        + "\(text.range(text.possible(law.outer)))."
    ]
  }

  private func outliers(_ course: TrajectoryPart.Course) -> [String] {
    guard !course.outliers.isEmpty else { return [] }
    let shown = course.outliers.prefix(6).map(DateText.day)
    let rest = course.outliers.count - shown.count
    return [
      "Days that do not fit the others: "
        + CountText.list(shown + (rest > 0 ? ["\(rest) more"] : [])) + "."
    ]
  }

  /// What the picture of a course shows, for whoever does not see it.
  func picture(_ course: TrajectoryPart.Course, _ part: TrajectoryPart) -> String {
    let text = ScaleText(scale: part.scale)
    let past = course.days.filter { !$0.isForecast }
    guard let first = past.first, let last = past.last else { return "" }
    let line = isPatient ? "the level behind your answers" : "the level"
    let path =
      "From \(DateText.day(first.day)) to \(DateText.day(last.day)) \(line) goes from "
      + "\(text.value(first.level.mean)) to \(text.value(last.level.mean))"
    let values = past.map(\.level.mean)
    guard let low = values.min(), let high = values.max() else { return path + "." }
    return "\(path); its lowest value is \(text.value(low)), its highest \(text.value(high))."
  }

  func trajectorySureness(_ part: TrajectoryPart) -> [String] {
    guard let course = part.course.value, let now = course.days.last(where: { !$0.isForecast })
    else { return [] }
    let text = ScaleText(scale: part.scale)
    let day = DateText.day(now.day)
    guard isPatient else {
      return [
        "Level on \(day): \(text.value(now.level.mean)) "
          + "(95 % interval \(text.range(now.level.outer)))."
      ]
    }
    let range = text.possible(now.level.outer)
    return [
      "The level on \(day) most likely lies somewhere between \(text.value(range.lowerBound)) and "
        + "\(text.value(range.upperBound))."
    ]
  }

  /// The words of a chart for this audience.
  var chartWords: ChartWords {
    var words = ChartWords()
    guard isPatient else {
      words.checkIn = "First beyond its limit"
      return words
    }
    words.observed = "Your answers"
    words.estimate = "Level behind them"
    words.forecast = "If things go on as they have"
    words.table = "The same in numbers"
    words.unknown = "not answered"
    words.prorated = "Total worked out without skipped questions"
    words.complete = "Total of all questions"
    words.surroundings = "Days without an entry"
    return words
  }

  var innerLabel: String { isPatient ? "About half of the time" : "50 % interval" }
  var outerLabel: String { isPatient ? "Nearly always" : "95 % interval" }
}
