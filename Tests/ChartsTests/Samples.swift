import Charts

/// Invented charts, drawn from a fixed sequence of pseudo-random numbers.
enum Samples {
  static let months = [
    (0, "Sep"), (30, "Oct"), (61, "Nov"), (91, "Dec"), (122, "Jan"), (153, "Feb"), (181, "Mar"),
    (212, "Apr"), (242, "May"),
  ]

  static let axis = DayAxis(
    start: 0, end: 253, ticks: months.map { DayAxis.Tick(Double($0.0), $0.1) },
    name: { "day \(NumberText.short($0))" })

  static let phases = [
    Phase(from: 0, to: 28, label: "Baseline"),
    Phase(from: 28, to: 42, label: "Blind, unchanged"),
    Phase(from: 42, to: 98, label: "Blind, dose lowered"),
    Phase(from: 98, to: 156, label: "After the blind phase"),
    Phase(from: 156, to: 239, label: "Follow-up"),
  ]

  /// Numbers between 0 and 1 that are the same in every run.
  static func noise(_ count: Int) -> [Double] {
    var state: UInt64 = 2026
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) / Double(UInt64(1) << 53)
    }
  }

  static func level(_ day: Double) -> Double {
    day < 127 ? 2.4 + day / 300 : 4.3 - (day - 127) / 400
  }

  static func estimate(_ day: Double) -> Estimate {
    let spread = day <= 239 ? 0.28 : 0.28 + (day - 239) * 0.05
    let middle = level(min(max(day, 0), 239)) + (day > 120 && day < 134 ? 0 : 0.1)
    return Estimate(
      day, middle, inner: .init(middle - spread * 0.67, middle + spread * 0.67),
      outer: .init(middle - spread * 1.96, middle + spread * 1.96))
  }

  static func trajectory(id: String = "mood", readings count: Int = 700) -> TrajectoryChart {
    var chart = TrajectoryChart(
      heading: Heading(
        id: id, title: "Depressed mood, day by day",
        caption: "Dots are single answers; the line is the level behind them.",
        summary: "Over 239 days the level rose from 2.4 to 4.2 and has since fallen to 4.0. "
          + "It changed once, between day 121 and day 134."),
      days: axis,
      values: ValueAxis(
        title: "Mood down, 1 to 7", direction: "higher = worse", range: 1...7, places: 2))
    let random = noise(count * 2)
    chart.readings = (0..<count).map { index in
      let day = Double(index) * 239 / Double(max(1, count))
      let value = level(day) + (random[index] + random[index + count] - 1) * 2.4
      return Reading(day, min(max(value.rounded(), 1), 7))
    }.filter { !(60...66).contains($0.day) && !(171...172).contains($0.day) }
    chart.estimates = (0...253).map { estimate(Double($0)) }
    chart.now = 239
    chart.phases = phases
    chart.missingDays = Array(60...66).map(Double.init) + [171, 172, 201]
    chart.doses = [
      DoseSeries(
        label: "Example medicine, mg a day",
        steps: [(0, 150), (42, 112.5), (56, 75), (70, 37.5), (84, 0)].map { .init($0.0, $0.1) },
        end: 239)
    ]
    chart.changePoints = [
      ChangePoint(day: 127, interval: .init(121, 134), label: "Level changed: day 121 to 134")
    ]
    return chart
  }

  static func scores(id: String = "phq9") -> ScoreChart {
    var chart = ScoreChart(
      heading: Heading(
        id: id, title: "PHQ-9",
        summary: "Nine questionnaires. The last total is 8 (mild), 11 points below the first."),
      days: axis,
      values: ValueAxis(
        title: "Total, 0 to 27", direction: "higher = worse", range: 0...27, places: 0))
    let totals: [(Double, Double)] = [
      (3, 19), (24, 18), (45, 21), (66, 16), (94, 14), (122, 15), (150, 11), (190, 4), (232, 8),
    ]
    chart.scores = totals.map { Score($0.0, $0.1, isProrated: $0.0 == 94) }
    chart.severity = [
      SeverityBand(from: 0, to: 5, label: "Minimal"), SeverityBand(from: 5, to: 10, label: "Mild"),
      SeverityBand(from: 10, to: 15, label: "Moderate"),
      SeverityBand(from: 15, to: 20, label: "Moderately severe"),
      SeverityBand(from: 20, to: 27, label: "Severe"),
    ]
    chart.remission = .init(5, label: "Remission: below 5")
    let answers = [1, 0, 2, 1, nil, 1, 0, 0, 0]
    chart.item = ItemAnswers(
      label: "Item 9, thoughts of being better off dead: answers 0 to 3", highest: 3,
      marks: zip(totals, answers).map { total, answer in
        .init(total.0, answer.map { .given($0) } ?? .unknown)
      })
    return chart
  }

  static func control(id: String = "ewma") -> ControlChart {
    var chart = ControlChart(
      heading: Heading(
        id: id, title: "Restlessness: running average of surprises",
        caption: "One false call in about a year is expected.",
        summary: "The average first went above its limit on day 51."),
      days: axis,
      values: ValueAxis(title: "Standard deviations", direction: "higher = more", places: 2))
    let random = noise(240)
    var value = 0.0
    chart.lines = [
      .init(
        "EWMA",
        (0..<239).map { day in
          value = value * 0.85 + 0.15 * ((random[day] - 0.5) * 3 + (day > 44 && day < 90 ? 1.6 : 0))
          return Reading(Double(day), value)
        })
    ]
    chart.limits = [
      .init("Limits", at: 0.8, from: 28, to: 239), .init("Limits", at: -0.8, from: 28, to: 239),
    ]
    chart.baseline = Phase(from: 0, to: 28, label: "Baseline period")
    chart.crossing = chart.lines[0].readings.first { $0.day > 28 && $0.value > 0.8 }
    return chart
  }

  static func timeline(id: String = "care") -> TimelineChart {
    var chart = TimelineChart(
      heading: Heading(
        id: id, title: "Treatment", summary: "Two courses and eight sessions in 239 days."),
      days: axis)
    chart.lanes = [
      .init(
        "Medication",
        [
          .init(from: 0, to: 84, label: "First medicine"),
          .init(from: 140, to: .infinity, label: "Second"),
        ]),
      .init("Psychotherapy", (0..<8).map { .init(from: Double(20 + $0 * 21)) }),
      .init("Life", [.init(from: 118, label: "Moved house"), .init(from: 180, label: "New job")]),
    ]
    chart.doses = trajectory().doses
    chart.now = 239
    return chart
  }

  static func forest(id: String = "effects") -> ForestPlot {
    var plot = ForestPlot(
      heading: Heading(
        id: id, title: "Effects on two outcomes",
        summary: "Recall improved by 0.26; mood by 0.48, with much difference between treatments."),
      values: ValueAxis(
        title: "Standardised mean difference", direction: "above 0 = better", places: 2))
    plot.groups = [
      .init(
        "Recall",
        rows: [
          .init(
            "First medicine", remark: "9 studies", estimate: 0.24, low: 0.15, high: 0.34,
            weight: 0.7),
          .init("Exercise", estimate: 0.25, low: 0.06, high: 0.44, weight: 0.3),
        ], pooled: .init("All", estimate: 0.26, low: 0.13, high: 0.39, prediction: 0.08...0.43)),
      .init("Mood", rows: [.init("A treatment", estimate: 0.6, low: -0.2, high: 1.4)]),
    ]
    return plot
  }
}
