import Charts
import HTML
import Testing

/// Whole output, checked by hand: the plot is 676.5 wide from x 29.5, and 260 high from y 27.
struct SnapshotTests {
  private var chart: ControlChart {
    var chart = ControlChart(
      heading: Heading(id: "a b", title: "Mean & shift", summary: "Two values."),
      days: DayAxis(start: 0, end: 10, ticks: [.init(0, "1 Mar"), .init(5, "6 Mar")]),
      values: ValueAxis(title: "SD", direction: "higher = worse", range: 0...2))
    chart.lines = [.init("EWMA", [Reading(10, 2), Reading(0, 0), Reading(5, 0.5)])]
    chart.limits = [.init("Limit", at: 1.5, from: 0, to: 10)]
    return chart
  }

  @Test func `a small chart is drawn to the tenth`() {
    let expected = """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 312" role="img" \
      aria-labelledby="chart-a-b-wide-title chart-a-b-wide-desc">
      <title id="chart-a-b-wide-title">Mean &amp; shift</title>
      <desc id="chart-a-b-wide-desc">Two values.</desc>
      <text class="c-label" x="2" y="13">SD · higher = worse</text>
      <line class="c-rule" x1="29.5" y1="287" x2="706" y2="287"/>
      <text class="c-label" x="23.5" y="291" text-anchor="end">0.0</text>
      <line class="c-rule" x1="29.5" y1="222" x2="706" y2="222"/>
      <text class="c-label" x="23.5" y="226" text-anchor="end">0.5</text>
      <line class="c-rule" x1="29.5" y1="157" x2="706" y2="157"/>
      <text class="c-label" x="23.5" y="161" text-anchor="end">1.0</text>
      <line class="c-rule" x1="29.5" y1="92" x2="706" y2="92"/>
      <text class="c-label" x="23.5" y="96" text-anchor="end">1.5</text>
      <line class="c-rule" x1="29.5" y1="27" x2="706" y2="27"/>
      <text class="c-label" x="23.5" y="31" text-anchor="end">2.0</text>
      <line class="c-rule" x1="29.5" y1="27" x2="29.5" y2="291"/>
      <text class="c-label" x="29.5" y="306" text-anchor="middle">1 Mar</text>
      <line class="c-rule" x1="367.8" y1="27" x2="367.8" y2="291"/>
      <text class="c-label" x="367.8" y="306" text-anchor="middle">6 Mar</text>
      <line class="c-axis" x1="29.5" y1="287" x2="706" y2="287"/>
      <path class="c-limit" d="M29.5 92L706 92"/>
      <path class="c-line" d="M29.5 287L367.8 222L706 27"/>
      </svg>
      """
    #expect(chart.figure.svg.text == expected)
  }

  @Test func `a small figure is written whole`() {
    let figure = chart.figure
    let expected = """
      <figure class="chart" id="chart-a-b">
      <figcaption><strong>Mean &amp; shift</strong></figcaption>
      <div class="chart-wide">\(figure.svg.text)</div>
      <div class="chart-compact">\(figure.compactSVG.text)</div>
      <ul class="chart-legend">
      <li><svg class="c-sign" viewBox="0 0 26 14" aria-hidden="true" focusable="false">\
      <path class="c-line" d="M1 7H25"/></svg>EWMA</li>
      <li><svg class="c-sign" viewBox="0 0 26 14" aria-hidden="true" focusable="false">\
      <path class="c-limit" d="M1 7H25"/></svg>Limit</li>
      </ul>
      <p class="chart-summary">Two values.</p>
      <details><summary>Table of values</summary>
      <div class="chart-table" role="group" aria-label="Mean &amp; shift" tabindex="0">
      <table>
      <caption>Mean &amp; shift</caption>
      <thead><tr><th scope="col">Day</th><th scope="col">EWMA</th><th scope="col">Limit</th></tr></thead>
      <tbody>
      <tr><th scope="row">0</th><td>0.0</td><td>1.5</td></tr>
      <tr><th scope="row">5</th><td>0.5</td><td>1.5</td></tr>
      <tr><th scope="row">10</th><td>2.0</td><td>1.5</td></tr>
      </tbody>
      </table>
      </div></details>
      </figure>

      """
    #expect(figure.html.text == expected)
  }
}
