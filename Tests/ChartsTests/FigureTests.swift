import Charts
import HTML
import Testing

/// All kinds of chart with the same id prefix in front, so that they can share a page.
private let samples: [(kind: String, figure: Figure)] = [
  ("trajectory", Samples.trajectory().figure), ("scores", Samples.scores().figure),
  ("control", Samples.control().figure), ("timeline", Samples.timeline().figure),
  ("forest", Samples.forest().figure),
]

struct FigureTests {
  @Test(arguments: samples.map(\.figure))
  func `a figure is well-formed and has its parts`(figure: Figure) {
    let page = Markup(figure.html.text)
    #expect(page.isWellFormed)
    #expect(page.count("figure") == 1 && page.count("figcaption") == 1)
    #expect(page.values(of: "role").count { $0 == "img" } == 2)
    #expect(page.count("desc") == 2)
    #expect(page.count("details") == 1 && page.count("summary") == 1)
    #expect(page.text.contains(figure.heading.summary))
    #expect(figure.html.text.contains("<p class=\"chart-summary\">"))
  }

  @Test func `the parser of these tests refuses broken markup`() {
    #expect(!Markup("<p><b></p>").isWellFormed)
    #expect(!Markup("<p class=\"a\"b\"></p>").isWellFormed)
    #expect(!Markup("<p>\u{1}</p>").isWellFormed)
  }

  @Test(arguments: samples.map(\.figure))
  func `each picture is labelled by its own title and description`(figure: Figure) {
    for svg in [figure.svg, figure.compactSVG] {
      let picture = Markup(svg.text)
      let names = picture.values(of: "aria-labelledby").flatMap { $0.split(separator: " ") }
      #expect(names.count == 2)
      #expect(picture.values(of: "id").sorted() == names.map(String.init).sorted())
      let parts = picture.elements.filter { $0.attributes["id"] != nil }.map(\.name)
      #expect(parts == ["title", "desc"])
    }
  }

  @Test func `ids are unique on a page of many charts`() {
    let ids = Markup(samples.map(\.figure.html.text).joined()).values(of: "id")
    #expect(Set(ids).count == ids.count && ids.count == samples.count * 5)
  }

  @Test(arguments: samples.map(\.figure))
  func `a table names its columns and rows`(figure: Figure) {
    let page = Markup(figure.table.html.text)
    #expect(page.count("caption") == 1)
    #expect(page.count("th", in: "thead") == figure.table.headings.count)
    #expect(page.count("tr", in: "tbody") == figure.table.rows.count)
    #expect(figure.table.rows.allSatisfy { $0.count == figure.table.headings.count })
    #expect(page.elements.filter { $0.name == "th" }.allSatisfy { $0.attributes["scope"] != nil })
  }

  @Test func `a table has a row for every point`() {
    let trajectory = Samples.trajectory()
    let days = Set(trajectory.readings.map(\.day)).union(trajectory.estimates.map(\.day))
    #expect(trajectory.figure.table.rows.count == days.count)
    #expect(Samples.scores().figure.table.rows.count == 9)
    #expect(Samples.control().figure.table.rows.count == 239)
    #expect(Samples.timeline().figure.table.rows.count == 2 + 8 + 2 + 5)
  }

  @Test func `what lies around the data is a table too`() {
    let rows = Samples.trajectory().figure.surroundings?.rows ?? []
    #expect(rows.count == 5 + 5 + 1 + 3)
    #expect(rows.contains(["Example medicine, mg a day: 112.5", "day 42", "day 56"]))
    #expect(rows.contains(["Days without an entry", "day 60", "day 66"]))
  }

  @Test(arguments: samples.map(\.figure))
  func `a figure needs no script, no inline style and no network`(figure: Figure) {
    let page = Markup(figure.html.text)
    #expect(page.count("script") == 0 && page.count("image") == 0 && page.count("a") == 0)
    let names = Set(page.elements.flatMap(\.attributes.keys))
    #expect(names.isDisjoint(with: ["style", "href", "xlink:href", "src"]))
    #expect(!names.contains { $0.hasPrefix("on") })
  }

  @Test(arguments: samples.map(\.figure))
  func `every class in a picture has a rule`(figure: Figure) {
    for name in Set(
      Markup(figure.html.text).values(of: "class").flatMap { $0.split(separator: " ") })
    {
      #expect(Figure.stylesheet.contains(".\(name)"), "no rule for .\(name)")
    }
  }
}

struct HostileTextTests {
  static let attacks = [
    "</title><script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onload='alert(1)",
    "&lt;script&gt;", "]]>", "<!--", "\u{0}\u{8}", "</style><svg onload=alert(1)>",
  ]

  @Test(arguments: attacks)
  func `no label becomes markup`(attack: String) {
    let clean = Markup(Self.figures("x").map(\.html.text).joined())
    let page = Markup(Self.figures(attack).map(\.html.text).joined())
    #expect(page.isWellFormed)
    let known = Set(clean.elements.map(\.name))
    #expect(Set(page.elements.map(\.name)).isSubset(of: known))
    #expect(!known.contains("script") && !known.contains("img"))
    let shown = String(attack.unicodeScalars.map { $0.value < 32 ? "\u{FFFD}" : Character($0) })
    #expect(page.text.contains(shown))
  }

  private static func figures(_ text: String) -> [Figure] {
    let heading = Heading(id: text, title: text, caption: text, summary: text)
    let axis = DayAxis(start: 0, end: 10, ticks: [.init(5, text)], name: { _ in text })
    let values = ValueAxis(title: text, direction: text)
    var course = TrajectoryChart(heading: heading, days: axis, values: values)
    course.readings = [Reading(1, 1), Reading(2, 3)]
    course.estimates = [Estimate(1, 1, inner: .init(0, 2)), Estimate(4, 2, outer: .init(0, 3))]
    (course.innerLabel, course.outerLabel, course.words.observed) = (text, text, text)
    course.phases = [Phase(from: 0, to: 5, label: text)]
    course.severity = [SeverityBand(from: 0, to: 9, label: text)]
    course.doses = [DoseSeries(label: text, steps: [.init(1, 2)], end: 5)]
    course.changePoints = [ChangePoint(day: 2, interval: .init(1, 3), label: text)]
    var scores = ScoreChart(heading: heading, days: axis, values: values)
    scores.scores = [Score(2, 3)]
    scores.remission = .init(1, label: text)
    scores.item = ItemAnswers(label: text, highest: 3, marks: [.init(2, .unknown)])
    var control = ControlChart(heading: heading, days: axis, values: values)
    control.lines = [.init(text, [Reading(1, 2)])]
    control.limits = [.init(text, at: 1, from: 0, to: 9)]
    control.words.checkIn = text
    control.crossing = Reading(1, 2)
    var timeline = TimelineChart(heading: heading, days: axis)
    timeline.lanes = [.init(text, [.init(from: 1, label: text)])]
    var forest = ForestPlot(heading: heading, values: values)
    forest.groups = [
      .init(
        text, rows: [.init(text, remark: text, estimate: 1, low: 0, high: 2)],
        pooled: .init(text, estimate: 1, low: 0, high: 2, prediction: -1...3))
    ]
    return [course.figure, scores.figure, control.figure, timeline.figure, forest.figure]
  }
}
