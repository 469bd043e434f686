import Care
import Charts
import Knowledge
import PatientRecord

/// Writes values of a scale with as many decimals as the scale deserves.
struct ScaleText {
  let scale: RatingScale

  var places: Int {
    let width = scale.maximum - scale.minimum
    return width <= 2 ? 2 : width <= 20 ? 1 : 0
  }

  func value(_ value: Double) -> String { NumberText.fixed(value, places: places) }

  /// A difference with its sign.
  func change(_ value: Double) -> String {
    let text = self.value(value)
    return value > 0 && text.contains(where: { ("1"..."9").contains($0) }) ? "+" + text : text
  }

  func range(_ range: ClosedRange<Double>) -> String {
    "\(value(range.lowerBound)) to \(value(range.upperBound))"
  }

  /// A range held within the scale: an answer cannot lie outside.
  func possible(_ range: ClosedRange<Double>) -> ClosedRange<Double> {
    let low = min(max(range.lowerBound, scale.minimum), scale.maximum)
    let high = min(max(range.upperBound, scale.minimum), scale.maximum)
    return low <= high ? low...high : high...low
  }

  /// Both ends, `1 to 7`.
  var ends: String { "\(NumberText.short(scale.minimum)) to \(NumberText.short(scale.maximum))" }
}
