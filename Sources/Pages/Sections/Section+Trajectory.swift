import Care
import Charts
import Inference
import PatientRecord
import Time

extension Section {
  init(_ part: TrajectoryPart, id: String, in material: Material) {
    let wording = material.wording
    self.init(
      id: id, title: ItemText.name(part.item), summary: wording.trajectorySummary(part),
      wording: wording)
    figure = TrajectorySketch(part: part, id: id, material: material).figure
    sureness = wording.trajectorySureness(part)
    used = wording.used(part.basis, noun: "day with an answer", plural: "days with an answer")
    if wording.isResearcher, let course = part.course.value { facts = Section.model(of: course) }
  }

  /// The numbers behind the model, for those who study it.
  private static func model(of course: TrajectoryPart.Course) -> [Fact] {
    let values = course.hyperparameters
    let number = { NumberText.fixed($0, places: 4) }
    return [
      Fact(name: "Log-likelihood", value: NumberText.fixed(course.logLikelihood, places: 4)),
      Fact(name: "Variance of the level, per day", value: number(values.levelVariance)),
      Fact(name: "Variance of the affect", value: number(values.affectVariance)),
      Fact(name: "Time constant of the affect, days", value: number(values.affectTimeConstant)),
      Fact(name: "Variance of the noise", value: number(values.noiseVariance)),
      Fact(name: "Variance of weekday effects", value: number(values.weekdayVariance)),
    ]
  }
}

/// Draws a trajectory with what the audience may see around it.
private struct TrajectorySketch {
  let part: TrajectoryPart
  let id: String
  let material: Material

  /// `nil` while there is nothing to draw a course from.
  var figure: Figure? {
    guard let course = part.course.value, let axis = TimeAxis(course.days.map(\.day)) else {
      return nil
    }
    let wording = material.wording
    var chart = TrajectoryChart(
      heading: heading, days: axis.axis,
      values: ValueAxis(
        title: "\(ItemText.name(part.item)), \(ScaleText(scale: part.scale).ends)",
        direction: wording.direction(part.scale.direction),
        range: part.scale.minimum...part.scale.maximum, places: ScaleText(scale: part.scale).places)
    )
    chart.readings = course.days.compactMap { day in
      day.observed.map { Reading(axis.position(day.day), $0) }
    }
    chart.estimates = shown(course.days).map { estimate($0, axis) }
    chart.now = course.days.last { !$0.isForecast }.map { axis.position($0.day) }
    chart.innerLabel = wording.innerLabel
    chart.outerLabel = wording.outerLabel
    chart.words = wording.chartWords
    chart.missingDays = missing(course, axis)
    surround(&chart, axis)
    return chart.figure
  }

  private var heading: Heading {
    Heading(
      id: id, title: ItemText.name(part.item),
      summary: part.course.value.map { material.wording.picture($0, part) } ?? "")
  }

  /// All days of two years; of longer courses those with an answer and every seventh.
  private func shown(_ days: [TrajectoryPart.DayEstimate]) -> [TrajectoryPart.DayEstimate] {
    guard days.count > 731 else { return days }
    return days.enumerated().filter { index, day in
      day.observed != nil || day.isForecast || index % 7 == 0
    }.map(\.element)
  }

  private func estimate(_ day: TrajectoryPart.DayEstimate, _ axis: TimeAxis) -> Charts.Estimate {
    let law = day.prediction ?? day.level
    let text = ScaleText(scale: part.scale)
    let inner = text.possible(law.inner)
    let outer = text.possible(law.outer)
    return Charts.Estimate(
      axis.position(day.day), day.level.mean,
      inner: .init(inner.lowerBound, inner.upperBound),
      outer: .init(outer.lowerBound, outer.upperBound))
  }

  private func missing(_ course: TrajectoryPart.Course, _ axis: TimeAxis) -> [Double] {
    guard !course.isSparse else { return [] }
    return course.days.filter { $0.observed == nil && !$0.isForecast }
      .map { axis.position($0.day) }
  }

  private func surround(_ chart: inout TrajectoryChart, _ axis: TimeAxis) {
    chart.changePoints = material.changePoints
      .filter { $0.name == part.item.rawValue }.flatMap { axis.changePoints($0) }
    guard let timeline = material.timeline else { return }
    chart.phases = axis.phases(timeline)
    chart.doses = axis.doses(timeline, until: material.today)
  }
}
