import Care
import Charts
import Knowledge
import Time
import Windows

/// Windows after treatments: for the care team and for research, never for the person in treatment.
extension Wording {
  var windowsIntroduction: String {
    "What published time courses suggest after what was given: each layer of evidence by itself, and "
      + "none of them a measurement. Nothing else in this report uses them."
  }

  func windowTitle<Layer: LayerKind>(_ window: Window<Layer>) -> String {
    "\(layer(Layer.layer)): \(window.measure)"
  }

  private func layer(_ layer: EvidenceLayer) -> String {
    switch layer {
    case .effect: "Antidepressant effect in human trials"
    case .biomarker: "Biomarker in people"
    case .rodent: "Rodents"
    }
  }

  /// The confidences at which stretches are told, with the words for them.
  static let windowConfidences = [(0.8, "with 80 % confidence"), (0.2, "with 20 %")]

  func windowSummary<Layer: LayerKind>(_ window: Window<Layer>, _ zone: Zone) -> [String] {
    let spans = Wording.windowConfidences.compactMap { confidence, words -> String? in
      window.spans(confidence: confidence).last.map { "\(words) \(stretch($0, window, zone))" }
    }
    return [
      "Level now: \(window.level.middle) of the published peak (95 % of the parameter sets "
        + "\(window.level.outer.low) to \(window.level.outer.high)); open in \(window.openShare) "
        + "of them.",
      spans.isEmpty ? "" : "Latest stretch, \(CountText.list(spans)).",
    ].filter { !$0.isEmpty }
  }

  private func stretch<Layer: LayerKind>(
    _ span: WindowSpan, _ window: Window<Layer>, _ zone: Zone
  ) -> String {
    let from = "from \(moment(span.opens, window, zone))"
    switch span.closes {
    case .at(let end): return "\(from) to \(moment(end, window, zone))"
    case .open:
      return from
        + (window.isOngoing ? ", without an end while it goes on" : ", without an end yet")
    }
  }

  /// A day, or an hour of it where the window is short.
  private func moment<Layer: LayerKind>(
    _ instant: Instant, _ window: Window<Layer>, _ zone: Zone
  ) -> String {
    let local = zone.localTime(at: instant)
    let day = DateText.day(local.day)
    guard let first = window.points.first, let last = window.points.last,
      last.instant.days(since: first.instant) <= 3
    else { return day }
    let (hour, minute, _) = local.clock
    return "\(day) \(hour):\(minute < 10 ? "0" : "")\(minute)"
  }

  func windowPicture<Layer: LayerKind>(_ window: Window<Layer>) -> String {
    "At the moment of this report the line is at \(window.level.middle) of the published peak, the "
      + "narrow band from \(window.level.inner.low) to \(window.level.inner.high), the wide band from "
      + "\(window.level.outer.low) to \(window.level.outer.high)."
  }

  var windowChartWords: ChartWords {
    var words = chartWords
    words.estimate = "Level of the model"
    words.forecast = "If nothing further is given"
    return words
  }

  var windowContributions: String { "What contributes now" }
  var windowHeadings: [String] { ["Given", "When", "Share"] }

  func windowRows<Layer: LayerKind>(_ window: Window<Layer>, _ zone: Zone) -> [[String]] {
    window.contributions.map { contribution in
      [
        contribution.label, moment(contribution.start, window, zone),
        contribution.share.description,
      ]
    }
  }

  func windowSureness<Layer: LayerKind>(_ window: Window<Layer>) -> [String] {
    window.kernels.compactMap(\.evidence.note)
      + (window.furtherContributions > 0
        ? ["\(CountText.of(window.furtherContributions, "further event")) contribute less."] : [])
      + (window.refractoryCount > 0
        ? [
          "\(CountText.of(window.refractoryCount, "session")) followed another too closely and "
            + (window.refractoryCount == 1 ? "does not count." : "do not count.")
        ] : [])
  }

  /// Where each time course comes from, and how well it is known.
  func windowSources<Layer: LayerKind>(_ window: Window<Layer>) -> [String] {
    ["\(CountText.of(window.eventCount, "event")) recorded."]
      + window.kernels.map { kernel in
        let sources = kernel.evidence.sources.map { Wording.short($0.citation) }
        return "Time course of “\(kernel.name)” (\(certainty(kernel.evidence.certainty))): "
          + "\(CountText.list(sources))."
      }
  }

  private func certainty(_ certainty: Certainty) -> String {
    switch certainty {
    case .read: "read in a source"
    case .established: "general knowledge, not yet second-read"
    case .derived: "calculated"
    case .uncertain: "uncertain"
    }
  }

  /// A reference up to its first full stop or colon.
  private static func short(_ citation: String) -> String {
    String(citation.prefix { $0 != "." && $0 != ":" })
  }

  func windowLeftOut(_ part: WindowsPart) -> [String] {
    let (left, count) = (part.leftOut, part.leftOut.stoppedSessions)
    return [
      count > 0 ? "Not counted: \(CountText.of(count, "session")) ended early." : nil,
      left.stoppedCourses.isEmpty
        ? nil : "Not counted, because broken off: \(CountText.list(left.stoppedCourses)).",
      left.unknownNames.isEmpty
        ? nil : "Not in the catalogue: \(CountText.list(left.unknownNames)).",
    ].compactMap(\.self)
  }
}
