import Charts
import HTML
import Testing

struct RobustnessTests {
  static let values: [Double] = [
    .nan, .infinity, -.infinity, 1e308, -1e308, .leastNonzeroMagnitude, 0, -0.0, 1, 1e15, 7,
  ]

  /// All kinds of chart from the same two numbers for every field.
  static func figures(_ day: Double, _ value: Double, range: ClosedRange<Double>?) -> [Figure] {
    let axis = DayAxis(start: day, end: value, ticks: [.init(day, "a"), .init(value, "b")])
    let heading = Heading(id: "x", title: "Title", summary: "Summary.")
    let scale = ValueAxis(title: "Value", range: range)
    var course = TrajectoryChart(heading: heading, days: axis, values: scale)
    course.readings = [Reading(day, value), Reading(0, 1), Reading(value, day)]
    course.estimates = [
      Estimate(day, value, inner: .init(value, day), outer: .init(day, 1)), Estimate(0, value),
    ]
    course.now = day
    course.phases = [Phase(from: day, to: value, label: "Phase")]
    course.doses = [
      DoseSeries(label: "Dose", steps: [.init(day, value), .init(0, day)], end: value)
    ]
    course.severity = [SeverityBand(from: value, to: day, label: "Band")]
    course.changePoints = [ChangePoint(day: day, interval: .init(value, day), label: "Change")]
    course.missingDays = [day, value, 3]
    var scores = ScoreChart(heading: heading, days: axis, values: scale)
    scores.scores = [Score(day, value), Score(value, day, isProrated: true)]
    scores.severity = course.severity
    scores.remission = .init(value, label: "Remission")
    scores.item = ItemAnswers(
      label: "Item", highest: -4,
      marks: [.init(day, .given(.max)), .init(value, .given(.min)), .init(1, .unknown)])
    var control = ControlChart(heading: heading, days: axis, values: scale)
    control.lines = [.init("A", course.readings), .init("B", [])]
    control.limits = [.init("Limit", at: value, from: day, to: .infinity)]
    control.baseline = course.phases.first
    control.crossing = Reading(day, value)
    var timeline = TimelineChart(heading: heading, days: axis)
    timeline.lanes = [
      .init("Lane", [.init(from: day, to: value, label: "Item"), .init(from: day)])
    ]
    timeline.doses = course.doses
    var forest = ForestPlot(heading: heading, values: scale)
    forest.groups = [
      .init(
        "Group", rows: [.init("Row", estimate: day, low: value, high: day, weight: value)],
        pooled: .init(
          "All", estimate: value, low: day, high: value,
          prediction: day <= value ? day...value : nil))
    ]
    return [course.figure, scores.figure, control.figure, timeline.figure, forest.figure]
  }

  @Test(arguments: values)
  func `no pair of numbers breaks a chart`(day: Double) {
    for value in Self.values {
      for range in [nil, 1...7, 0...0, -1e308...1e308] as [ClosedRange<Double>?] {
        for figure in Self.figures(day, value, range: range) {
          #expect(Self.isSound(figure), "day \(day), value \(value)")
        }
      }
    }
  }

  @Test func `the check of these tests finds a bad number`() {
    #expect(!Self.isSound("<svg><path d=\"M1 nanL2 3\"/></svg>"))
    #expect(!Self.isSound("<svg><line x1=\"-inf\"/></svg>"))
    #expect(!Self.isSound("<svg><line x1=\"1e300\"/></svg>"))
    #expect(Self.isSound("<svg><line x1=\"1.5\"/></svg>"))
  }

  @Test func `charts without data say so, with title, summary and no table`() {
    let heading = Heading(id: "none", title: "Sleep", summary: "No nights yet.")
    let axis = DayAxis(start: 0, end: 7)
    let values = ValueAxis(title: "Hours")
    for figure in [
      TrajectoryChart(heading: heading, days: axis, values: values).figure,
      ScoreChart(heading: heading, days: axis, values: values).figure,
      ControlChart(heading: heading, days: axis, values: values).figure,
      TimelineChart(heading: heading, days: axis).figure,
    ] {
      #expect(figure.svg.text.contains(">No data to draw yet</text>"))
      #expect(figure.html.text.contains("<p class=\"chart-summary\">No nights yet.</p>"))
      #expect(figure.table.rows.isEmpty && !figure.html.text.contains("<table"))
      #expect(Markup(figure.html.text).isWellFormed)
    }
  }

  @Test func `what cannot be drawn is counted and stays in the table`() {
    var chart = Samples.trajectory(readings: 10)
    chart.readings += [Reading(1, .nan), Reading(2, 99), Reading(-5, 3)]
    #expect(chart.figure.html.text.contains("left out of the drawing: 3.</p>"))
    #expect(chart.figure.table.rows.contains { $0[1] == "99.00" })
    #expect(!Samples.trajectory(readings: 10).figure.html.text.contains("left out"))
  }

  @Test func `five thousand of everything stay below 200 kB a picture`() {
    var chart = Samples.trajectory(readings: 5000)
    let days = (0..<5000).map { Double($0) * 253 / 5000 }
    chart.estimates = days.map(Samples.estimate)
    chart.missingDays = stride(from: 0, to: 5000, by: 2).map { Double($0) * 253 / 5000 }
    chart.doses = [DoseSeries(label: "Dose", steps: days.map { .init($0, $0 * 7.3) }, end: 253)]
    var scores = Samples.scores()
    scores.scores = days.map { Score($0, Samples.level($0) * 5, isProrated: Int($0) % 2 == 0) }
    scores.item = ItemAnswers(
      label: "Item", highest: 3,
      marks: days.map { .init($0, Int($0) % 5 == 0 ? .unknown : .given(Int($0) % 4)) })
    var control = Samples.control()
    control.lines = [.init("A", days.map { Reading($0, Samples.level($0)) })]
    var timeline = Samples.timeline()
    timeline.lanes = [.init("Lane", days.map { .init(from: $0, label: "Session") })]
    for figure in [chart.figure, scores.figure, control.figure, timeline.figure] {
      for svg in [figure.svg, figure.compactSVG] { #expect(svg.text.utf8.count < 200_000) }
      #expect(Self.isSound(figure) && figure.table.rows.count >= 5000)
    }
  }

  static func isSound(_ figure: Figure) -> Bool {
    isSound(figure.svg.text) && isSound(figure.compactSVG.text)
      && Markup(figure.html.text).isWellFormed
  }

  /// Whether every number in the geometry of a picture lies near its canvas.
  static func isSound(_ svg: String) -> Bool {
    let geometry: Set = [
      "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "width", "height", "d", "viewBox",
    ]
    return Markup(svg).elements.allSatisfy { element in
      element.attributes.filter { geometry.contains($0.key) }.values.allSatisfy { text in
        text.split(whereSeparator: { " MLHVhZ".contains($0) }).allSatisfy { number in
          Double(number).map { $0.magnitude < 2000 } == true && !number.contains("e")
        }
      }
    }
  }
}
