import Charts
import Simulation

/// Draws the courses of a simulation.
struct SimulationSketch {
  let wording: SimulationWording

  private var finding: StudyFinding { wording.finding }

  /// The mean total of a scenario with the bands of people.
  func course(_ place: Int) -> Figure {
    let forms = finding.forms(place)
    var chart = TrajectoryChart(
      heading: Heading(
        id: "course-\(place)", title: wording.capitalised(wording.name(of: place)),
        summary: summary(of: place)),
      days: days,
      values: ValueAxis(title: "PHQ-9, 0 to 27", direction: "higher = worse", range: 0...27))
    chart.estimates = forms.compactMap { form in
      guard let mean = form.sum.mean, let low = form.quantile(0.1), let high = form.quantile(0.9),
        let lower = form.quantile(0.25), let upper = form.quantile(0.75)
      else { return nil }
      return Estimate(
        Double(form.day), mean, inner: .init(Double(lower), Double(upper)),
        outer: .init(Double(low), Double(high)))
    }
    chart.innerLabel = "half of the people"
    chart.outerLabel = "eight of ten people"
    chart.words.estimate = "Mean"
    return chart.figure
  }

  /// What a scenario differs by from the one it is compared with, day by day.
  func difference(_ place: Int) -> Figure {
    var chart = TrajectoryChart(
      heading: Heading(
        id: "difference-\(place)", title: wording.capitalised(wording.name(of: place)),
        summary: differenceSummary(of: place)),
      days: days,
      values: ValueAxis(
        title: "Difference on the PHQ-9", direction: "below 0 = less depression",
        range: differenceRange, places: 2))
    chart.estimates = finding.forms(place).compactMap { form in
      guard let mean = form.difference.mean, let error = form.difference.standardError else {
        return nil
      }
      let reach = 1.96 * error
      return Estimate(Double(form.day), mean, outer: .init(mean - reach, mean + reach))
    }
    chart.outerLabel = "95 % interval of the number of people"
    chart.words.estimate = "Difference"
    return chart.figure
  }

  private var days: DayAxis { DayAxis(start: 0, end: Double(wording.study.days)) }

  /// One range for all charts of differences, so that they can be compared.
  private var differenceRange: ClosedRange<Double> {
    var (low, high) = (-1.0, 1.0)
    for (place, scenario) in wording.study.scenarios.enumerated() where scenario.reference != nil {
      for form in finding.forms(place) {
        guard let mean = form.difference.mean else { continue }
        let reach = 2 * (form.difference.standardError ?? 0)
        (low, high) = (min(low, mean - reach), max(high, mean + reach))
      }
    }
    return low.rounded(.down)...high.rounded(.up)
  }

  private func summary(of place: Int) -> String {
    guard let first = finding.tally.firstSum.mean, let end = finding.end(place),
      let mean = end.sum.mean
    else { return "" }
    return "The mean goes from \(wording.points(first)) at inclusion to \(wording.points(mean)) on "
      + "day \(end.day)."
  }

  private func differenceSummary(of place: Int) -> String {
    guard let end = finding.end(place), let reference = wording.study.scenarios[place].reference
    else { return "" }
    return "Against \(wording.name(of: reference)): \(wording.amount(end.difference)) on day "
      + "\(end.day)."
  }
}
