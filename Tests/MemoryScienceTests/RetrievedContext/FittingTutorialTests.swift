import Charts
import Foundation
import HTML
import MemoryScience
import Statistics
import TestKit
import Testing

/// The article "Fitting one person" runs as it stands.
@Suite("The tutorial of fitting one person")
struct FittingTutorialTests {
  @Test("its code runs and finds the truth")
  func runs() throws {
    // Begin: the code of the article.
    var truth = RetrievedContextParameters()
    truth.encodingDrift = 0.5
    truth.choiceSensitivity = 4
    truth.primacyScale = 2
    let study = try StudiedList(count: 10)
    var person = RandomStream(seed: 1)
    let lists = try RetrievedContextModel(parameters: truth)
      .recalls(of: Array(repeating: study, count: 40), stream: &person)

    let search = try RetrievedContextSearch(
      free: [.encodingDrift, .choiceSensitivity, .primacyScale], starts: 3)
    let fit = try RetrievedContextFit(lists, model: RetrievedContextModel(), search: search)
    let report = fit.estimates.map { estimate in
      switch estimate.uncertainty {
      case .known(let error, _): "\(estimate.parameter): \(estimate.value) ± \(error)"
      case .atBound: "\(estimate.parameter): \(estimate.value), on a bound of the search"
      case .notIdentified: "\(estimate.parameter): \(estimate.value), not identified"
      }
    }

    let smaller = try RetrievedContextFit(
      lists, model: RetrievedContextModel(),
      search: RetrievedContextSearch(free: [.encodingDrift, .choiceSensitivity], starts: 3))
    let isWorthIt = fit.bic < smaller.bic

    func serialPositionCurve(_ lists: [RecalledList]) -> [Reading] {
      study.valences.indices.map { place in
        let recalled = lists.count { $0.recalls.contains(place) }
        return Reading(Double(place + 1), Double(recalled) / Double(lists.count))
      }
    }
    var simulated = RandomStream(seed: 2)
    let expected = try fit.model.recalls(
      of: Array(repeating: study, count: 400), stream: &simulated)
    var chart = ControlChart(
      heading: Heading(
        id: "serial-position", title: "Recall by place in the list",
        summary: "The share of lists in which each place was recalled."),
      days: DayAxis(start: 1, end: 10, ticks: [.init(1, "1"), .init(5, "5"), .init(10, "10")]),
      values: ValueAxis(title: "Share recalled", direction: "higher = more often", range: 0...1))
    chart.lines = [
      .init("Person", serialPositionCurve(lists)), .init("Model", serialPositionCurve(expected)),
    ]
    chart.words.day = "Place"
    let page = chart.figure.html.text
    // End.

    #expect(report.count == 3)
    for estimate in fit.estimates {
      guard case .known(let error, _) = estimate.uncertainty else {
        Issue.record("no standard error of \(estimate.parameter)")
        continue
      }
      #expect(abs(estimate.value - truth[estimate.parameter]) < 3.5 * error)
    }
    #expect(isWorthIt == (fit.bic < smaller.bic))
    #expect(fit.logLikelihood >= smaller.logLikelihood - 1e-6)
    // The model's curve lies near the person's: within four binomial standard errors of 40 lists.
    for (own, model) in zip(serialPositionCurve(lists), serialPositionCurve(expected)) {
      #expect(abs(own.value - model.value) < 4 * (0.25 / 40).squareRoot())
    }
    #expect(page.contains("<svg") && page.contains("Recall by place in the list"))
    try expectPicture(chart.figure)
  }

  /// The picture of the article is the one that its code draws.
  private func expectPicture(_ figure: Figure) throws {
    let file = SharedData.checkout.appending(
      path: "Sources/MemoryScience/MemoryScience.docc/Resources/serial-position.svg")
    let style = "<style>\n\(Figure.stylesheet)</style>\n"
    let body = figure.svg.text.replacing(
      "\n", with: "\n\(style)<g class=\"chart\">\n", maxReplacements: 1
    )
    .replacing("</svg>", with: "</g>\n</svg>")
    let shown = try? String(contentsOf: file, encoding: .utf8)
    if shown != body {
      let place = FileManager.default.temporaryDirectory.appending(path: "serial-position.svg")
      try body.write(to: place, atomically: true, encoding: .utf8)
      Issue.record("the picture is not what the code draws: copy \(place.path()) to \(file.path())")
    }
  }

  @Test("its code is the code of this test")
  func sameCode() throws {
    let article = try String(
      contentsOf: SharedData.checkout.appending(
        path: "Sources/MemoryScience/MemoryScience.docc/FittingOnePerson.md"), encoding: .utf8)
    let test = try String(contentsOf: URL(filePath: #filePath), encoding: .utf8)
    let body = try #require(
      test.split(separator: "    // Begin: the code of the article.\n").last?
        .split(separator: "    // End.\n").first)
    let code = body.split(separator: "\n").map { $0.dropFirst(4) }
    let blocks = article.split(separator: "```swift\n").dropFirst()
      .compactMap { $0.split(separator: "```").first }
    let lines = blocks.flatMap { $0.split(separator: "\n") }
    #expect(blocks.count == 4)
    #expect(lines == code)
  }
}
