import Inference
import JSON

/// What `anamnesis changepoints` prints.
struct ChangePointsResult: AnalysisResult {
  let outcome: String
  /// The times of the values.
  let moments: [Moment]
  let minimumSegment: Int
  let changes: ChangePoints

  /// A change after a number of values.
  private struct Change {
    let after: Int
    let last: Moment
    let next: Moment
    /// The smallest and largest number of values before it that hold 95 % of the probability.
    let positions: ClosedRange<Int>?
  }

  private var chosen: [Change] {
    changes.chosen.breaks.enumerated().map { index, after in
      Change(
        after: after, last: moments[after - 1], next: moments[after],
        positions: changes.positions.indices.contains(index)
          ? changes.positions[index].range(holding: 0.95) : nil)
    }
  }

  var json: JSONValue {
    .object([
      "outcome": .string(outcome),
      "observations": .number(moments.count),
      "minimumSegment": .number(minimumSegment),
      "chosen": .number(changes.count),
      "segmentations": .array(changes.segmentations.map(json)),
      "changes": .array(chosen.map(json)),
      "means": .array(changes.chosen.means.map { .number($0) ?? .null }),
      "supF": changes.supremumF.flatMap { .number($0) } ?? .null,
    ])
  }

  private func json(_ segmentation: ChangePoints.Segmentation) -> JSONValue {
    .object([
      "count": .number(segmentation.breaks.count),
      "after": .array(segmentation.breaks.map { .number($0) }),
      "residualSumOfSquares": .number(segmentation.residual) ?? .null,
      "bic": .number(segmentation.bic) ?? .null,
    ])
  }

  private func json(_ change: Change) -> JSONValue {
    var object = JSONObject()
    object["after"] = .number(change.after)
    object["lastBefore"] = change.last.json
    object["firstAfter"] = change.next.json
    if let positions = change.positions {
      object["after95"] = .object([
        "from": .number(positions.lowerBound), "to": .number(positions.upperBound),
      ])
    }
    return .object(object)
  }

  var lines: [String] {
    let number = changes.count == 0 ? "no change" : counted(changes.count, "change")
    return ["\(outcome): \(number) in \(counted(moments.count, "value"))"]
      + chosen.map(line) + [meanLine, ""] + tableLines + supremumLines
  }

  private func line(_ change: Change) -> String {
    let place =
      "  between \(change.last.text) and \(change.next.text), after \(change.after) values"
    guard let positions = change.positions, positions.count > 1 else { return place }
    let first = moments[positions.lowerBound - 1].text
    let last = moments[positions.upperBound].text
    return "\(place) (95 %: between \(first) and \(last))"
  }

  private var meanLine: String {
    let means = changes.chosen.means.map { $0.digits(6) }.joined(separator: ", then ")
    return "  mean \(means)"
  }

  private var tableLines: [String] {
    var table = TextTable("changes", "residual", "BIC", "after values")
    for segmentation in changes.segmentations {
      let isChosen = segmentation.breaks.count == changes.count
      table.add(
        "\(segmentation.breaks.count)\(isChosen ? " *" : "")", segmentation.residual.digits(6),
        segmentation.bic.digits(6),
        segmentation.breaks.isEmpty
          ? "-" : segmentation.breaks.map(String.init).joined(separator: ", "))
    }
    return table.lines
  }

  private var supremumLines: [String] {
    changes.supremumF.map { ["", "supF of one change against none: \($0.digits(4))"] } ?? []
  }
}
