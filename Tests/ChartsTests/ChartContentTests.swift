import Charts
import Foundation
import HTML
import Testing

/// That each thing given is drawn, and drawn where it belongs.
struct ChartContentTests {
  private func count(_ style: String, in svg: HTML) -> Int {
    Markup(svg.text).values(of: "class").count { $0 == style }
  }

  @Test func `every answer is a dot`() {
    #expect(count("c-dot", in: Samples.trajectory(readings: 60).figure.svg) == 58)
  }

  @Test func `the forecast is dashed and begins where the past ends`() throws {
    let svg = Samples.trajectory().figure.svg
    let paths = Markup(svg.text).elements.filter { $0.name == "path" }.map(\.attributes)
    let past = try #require(paths.first { $0["class"] == "c-line" }?["d"])
    let ahead = try #require(paths.first { $0["class"] == "c-line c-ahead" }?["d"])
    let join = try #require(past.split(separator: "L").last)
    #expect(ahead.hasPrefix("M\(join)L"))
  }

  @Test func `without a present nothing is called a forecast`() {
    var chart = Samples.trajectory()
    chart.now = nil
    #expect(!chart.figure.html.text.contains("Forecast"))
    #expect(count("c-line c-ahead", in: chart.figure.svg) == 0)
  }

  @Test func `an estimate that is not a number interrupts line and bands`() {
    var chart = Samples.trajectory()
    chart.now = nil
    chart.estimates[100] = Estimate(100, .nan, inner: .init(.nan, 1), outer: .init(0, .infinity))
    let svg = chart.figure.svg
    for style in ["c-line", "c-inner", "c-outer"] { #expect(count(style, in: svg) == 2) }
  }

  @Test func `what is drawn several times is explained once`() {
    func occurrences(of text: String, in html: HTML) -> Int {
      html.text.components(separatedBy: "</svg>\(text)</li>").count - 1
    }
    var trajectory = Samples.trajectory()
    trajectory.changePoints = [40, 90, 127].map {
      ChangePoint(day: $0, interval: .init($0 - 4, $0 + 4), label: "Change, with its days")
    }
    trajectory.changePoints.append(
      ChangePoint(day: 200, interval: .init(190, 210), label: "Another change"))
    let figure = trajectory.figure
    #expect(count("c-diamond", in: figure.svg) == 4)
    #expect(occurrences(of: "Change, with its days", in: figure.html) == 1)
    #expect(occurrences(of: "Another change", in: figure.html) == 1)
    #expect(occurrences(of: "Limits", in: Samples.control().figure.html) == 1)
  }

  @Test func `numbered phases of one name keep their numbers`() {
    var chart = Samples.trajectory()
    chart.phases = Samples.phases.map { Phase(from: $0.start, to: $0.end, label: "The same phase") }
    let signs = chart.figure.html.text.components(separatedBy: "</svg>The same phase</li>")
    #expect(signs.count == 6)
  }

  @Test func `doses are absent unless given`() {
    var chart = Samples.trajectory()
    #expect(count("c-step", in: chart.figure.svg) == 1)
    chart.doses = []
    #expect(count("c-step", in: chart.figure.svg) == 0)
    #expect(!chart.figure.html.text.contains("medicine"))
  }

  @Test func `phases whose names do not fit are numbered and explained`() {
    let crowded = Samples.trajectory().figure
    #expect(crowded.svg.text.contains(">2</text>"))
    #expect(Markup(crowded.html.text).text.contains("Blind, unchanged"))
    var chart = Samples.trajectory()
    chart.phases = [
      Phase(from: 0, to: 120, label: "Before"), Phase(from: 120, to: .infinity, label: "After"),
    ]
    #expect(chart.figure.svg.text.contains(">Before</text>"))
    #expect(chart.figure.svg.text.contains(">After</text>"))
  }

  @Test func `prorated totals are hollow`() {
    let svg = Samples.scores().figure.svg
    #expect(count("c-full", in: svg) == 8 && count("c-ring", in: svg) == 1)
  }

  @Test func `an unknown answer is a question mark, and no line joins answers`() {
    let figure = Samples.scores().figure
    #expect(count("c-unknown c-halo", in: figure.svg) == 1)
    #expect(figure.svg.text.contains(">?</text>"))
    #expect(count("c-answer", in: figure.svg) == 4 && count("c-nought", in: figure.svg) == 4)
    #expect(figure.table.rows[4].last == "unknown")
    #expect(figure.table.rows[2].last == "2")
  }

  @Test func `crowded answers never hide a high or an unknown one`() {
    var chart = Samples.scores()
    chart.scores = []
    chart.item = ItemAnswers(
      label: "Item", highest: 3,
      marks: (0..<4000).map {
        .init(Double($0) / 16, $0 == 2000 ? .given(3) : $0 == 2001 ? .unknown : .given(0))
      })
    let svg = chart.figure.compactSVG
    #expect(count("c-answer", in: svg) == 1 && count("c-unknown c-halo", in: svg) == 1)
    #expect(svg.text.contains(">3</text>"))
  }

  @Test func `the first crossing carries the words, and only when given`() {
    var chart = Samples.control()
    #expect(chart.figure.svg.text.contains(">Worth a check-in</text>"))
    #expect(chart.figure.table.rows.count { $0.last == "✓" } == 1)
    chart.crossing = nil
    #expect(!chart.figure.html.text.contains("Worth a check-in"))
  }

  @Test func `what is still going on is drawn until now, not beyond`() throws {
    var chart = Samples.timeline()
    chart.doses = []
    chart.lanes = [.init("Lane", [.init(from: 0, to: .infinity)])]
    func width() throws -> Double {
      let bars = Markup(chart.figure.svg.text).elements.filter { $0.name == "rect" }
      return try #require(bars.first?.attributes["width"].flatMap(Double.init))
    }
    // The axis is 253 days and 698 units long.
    #expect(try (width() - 698 * 239 / 253).magnitude < 0.1)
    chart.now = nil
    #expect(try width() == 698)
  }

  @Test func `one wild interval does not flatten the scale`() {
    var chart = TrajectoryChart(
      heading: Samples.trajectory().heading, days: Samples.axis, values: ValueAxis(title: "Mood"))
    chart.readings = [Reading(1, 0), Reading(9, 5)]
    let labels = Self.labels(of: chart)
    #expect(labels == ["0", "1", "2", "3", "4", "5"])
    chart.estimates = [
      Estimate(3, .nan), Estimate(5, 2, outer: .init(-1e308, .infinity)), Estimate(6, .infinity),
    ]
    #expect(Self.labels(of: chart) == labels)
  }

  private static func labels(of chart: TrajectoryChart) -> [String] {
    chart.figure.svg.text.split(separator: "text-anchor=\"end\">").dropFirst()
      .map { String($0.prefix { $0 != "<" }) }
  }

  @Test func `words can be in another language`() {
    var chart = Samples.trajectory()
    chart.words.table = "Wertetabelle"
    chart.words.now = "heute"
    #expect(chart.figure.html.text.contains("<summary>Wertetabelle</summary>"))
    #expect(chart.figure.svg.text.contains(">heute</text>"))
  }

  @Test func `the same input gives the same output`() {
    #expect(Samples.trajectory().figure == Samples.trajectory().figure)
  }
}
