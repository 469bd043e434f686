import Knowledge
import Time

extension ChartFolding {
  /// The check-in series, by item and then by scale.
  var series: [CheckInSeries] {
    points.series
      .sorted { left, right in
        if left.item != right.item { return left.item < right.item }
        let (one, other) = (left.scale, right.scale)
        return (one.minimum, one.maximum, one.direction.rawValue)
          < (other.minimum, other.maximum, other.direction.rawValue)
      }
  }

  /// The doses by medicine, in the order of their names.
  var doseTimelines: [DoseTimeline] {
    doses.sorted { $0.key < $1.key }.compactMap { _, steps in
      steps.first.map { DoseTimeline(substance: $0.content.substance, steps: steps) }
    }
  }

  /// The signals, each with what people did about it.
  var chartSignals: [ChartSignal] {
    signals.map {
      ChartSignal(signal: $0, acknowledgements: acknowledgements[$0.entry] ?? [])
    }
  }

  /// What people acknowledged that is no signal here.
  var strayAcknowledgements: [ChartProblem] {
    let known = Set(signals.map(\.entry))
    return acknowledgements.filter { !known.contains($0.key) }.flatMap { signal, actions in
      actions.map { ChartProblem(entry: $0.entry, kind: .acknowledgesMissing(signal)) }
    }
  }

  /// The first to the last day covered.
  var days: ClosedRange<Day>? {
    guard let firstDay, let lastDay else { return nil }
    return firstDay...lastDay
  }
}
