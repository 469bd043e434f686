import Inference
import Time

extension ChangePointsPart {
  /// Searches one value per day; `unit` names a value in the description of the method.
  init(name: String, days: [Day], values: [Double], unit: String) {
    self.name = name
    result = Finding("change points") {
      let found = try ChangePoints(values)
      let breaks = found.chosen.breaks
      let changes = breaks.indices.map { index -> Change in
        let range = found.positions[index].range(holding: 0.95)
        return Change(
          lastBefore: days[breaks[index] - 1], firstAfter: days[breaks[index]],
          plausible: days[range.lowerBound - 1]...days[range.upperBound],
          before: found.chosen.means[index], after: found.chosen.means[index + 1])
      }
      return Result(
        changes: changes, bic: found.segmentations.map(\.bic), supremumF: found.supremumF)
    }
    basis = Basis(
      days,
      method:
        "Least-squares segmentation of one \(unit) at a time, at least 4 to a segment, number "
        + "of changes by BIC.")
  }
}
