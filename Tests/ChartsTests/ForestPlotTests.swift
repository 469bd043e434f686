import Charts
import HTML
import Testing

struct ForestPlotTests {
  private var plot: ForestPlot {
    var plot = ForestPlot(
      heading: Heading(id: "f", title: "Effects", summary: "Two studies."),
      values: ValueAxis(title: "SMD", range: -1...1, places: 2))
    plot.groups = [
      .init(
        "Recall",
        rows: [
          .init("A & B", remark: "9 studies", estimate: 0.5, low: 0, high: 1, weight: 0.75),
          .init("C", estimate: -0.5, low: -2, high: 1, weight: 0.25),
        ], pooled: .init("Pooled", estimate: 0.25, low: -0.25, high: 0.75, prediction: -3...0.9))
    ]
    return plot
  }

  /// Checked by hand: the axis is 336 wide from x 230, so that 0 lies at 398 and 0.5 at 482; the first
  /// row's middle is at 6 + 26 + 12.
  @Test func `a small plot is drawn to the tenth`() {
    let expected = """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 156" role="img" \
      aria-labelledby="chart-f-wide-title chart-f-wide-desc">
      <title id="chart-f-wide-title">Effects</title>
      <desc id="chart-f-wide-desc">Two studies.</desc>
      <line class="c-rule" x1="230" y1="6" x2="230" y2="116"/>
      <text class="c-label" x="230" y="131" text-anchor="middle">−1.0</text>
      <line class="c-rule" x1="314" y1="6" x2="314" y2="116"/>
      <text class="c-label" x="314" y="131" text-anchor="middle">−0.5</text>
      <line class="c-rule" x1="398" y1="6" x2="398" y2="116"/>
      <text class="c-label" x="398" y="131" text-anchor="middle">0.0</text>
      <line class="c-rule" x1="482" y1="6" x2="482" y2="116"/>
      <text class="c-label" x="482" y="131" text-anchor="middle">0.5</text>
      <line class="c-rule" x1="566" y1="6" x2="566" y2="116"/>
      <text class="c-label" x="566" y="131" text-anchor="middle">1.0</text>
      <line class="c-axis" x1="230" y1="112" x2="566" y2="112"/>
      <line class="c-zero" x1="398" y1="6" x2="398" y2="112"/>
      <text class="c-label" x="398" y="150" text-anchor="middle">SMD</text>
      <text class="c-phase c-strong c-halo" x="2" y="23">Recall</text>
      <text class="c-phase c-halo" x="2" y="48">A &amp; B</text>
      <text class="c-label c-halo" x="718" y="48" text-anchor="end">0.50 [0.00, 1.00]</text>
      <line class="c-interval" x1="398" y1="44" x2="566" y2="44"/>
      <rect class="c-box" x="475.6" y="37.6" width="12.8" height="12.8"/>
      <text class="c-phase c-halo" x="2" y="72">C</text>
      <text class="c-label c-halo" x="718" y="72" text-anchor="end">−0.50 [−2.00, 1.00]</text>
      <line class="c-interval" x1="230" y1="68" x2="566" y2="68"/>
      <path class="c-arrow" d="M230 64L224 68L230 72Z"/>
      <rect class="c-box" x="309.3" y="63.3" width="9.5" height="9.5"/>
      <text class="c-phase c-halo" x="2" y="96">Pooled</text>
      <text class="c-label c-halo" x="718" y="96" text-anchor="end">0.25 [−0.25, 0.75]</text>
      <line class="c-prediction" x1="230" y1="92" x2="549.2" y2="92"/>
      <path class="c-arrow" d="M230 88L224 92L230 96Z"/>
      <path class="c-pooled" d="M356 92L440 86L524 92L440 98Z"/>
      </svg>
      """
    #expect(plot.figure.svg.text == expected)
  }

  @Test func `the table holds every number, also where the picture ends in an arrow`() {
    let table = plot.figure.table
    #expect(table.headings == ["Study", "Effect", "95 % interval", "Share", "From"])
    #expect(
      table.rows == [
        ["Recall: A & B", "0.50", "0.00 to 1.00", "75 %", "9 studies"],
        ["Recall: C", "−0.50", "−2.00 to 1.00", "25 %", ""],
        ["Recall: Pooled", "0.25", "−0.25 to 0.75", "", ""],
        ["Recall: Where a further one is expected", "", "−3.00 to 0.90", "", ""],
      ])
  }

  @Test func `signs are explained only where they are drawn`() {
    var plot = plot
    #expect(plot.figure.html.text.contains("Where a further one is expected</li>"))
    plot.groups = [.init("Recall", rows: plot.groups[0].rows)]
    #expect(!plot.figure.html.text.contains("Pooled, with its interval</li>"))
    #expect(!plot.figure.svg.text.contains("c-pooled"))
  }

  @Test func `without rows there is no picture, and what is no number is counted`() {
    var plot = plot
    plot.groups = [
      .init("Recall", rows: [.init("A", estimate: .nan, low: 0, high: 1)])
    ]
    #expect(plot.figure.svg.text.contains("No data to draw yet"))
    plot.groups.append(.init("Mood", rows: [.init("B", estimate: 0, low: -1, high: 1)]))
    #expect(plot.figure.html.text.contains("left out of the drawing: 1."))
  }

  @Test func `zero is always on the axis`() {
    var plot = ForestPlot(
      heading: Heading(id: "f", title: "Effects", summary: "One."), values: ValueAxis(title: "SMD"))
    plot.groups = [.init("Far", rows: [.init("A", estimate: 5, low: 4, high: 6)])]
    let zero = Markup(plot.figure.svg.text).elements.first { $0.attributes["class"] == "c-zero" }
    #expect((Double(zero?.attributes["x1"] ?? "") ?? 0) > 230)
  }
}
