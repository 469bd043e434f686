import Inference
import Knowledge
import PatientRecord
import Time

/// The severity behind a questionnaire's items, read as ordered answers rather than as a total.
///
/// Safety items have no parameters and are never smoothed: their latest answer is added as it is.
struct SeverityBuilder {
  let review: ReviewBuilder
  let instrument: Instrument

  /// The probability that a form filled in on the day of the latest one would meet the remission
  /// rule; `nil` where the instrument has no item parameters or its rule is not an upper bound.
  func remissionProbability() -> Finding<Double>? {
    guard let parameters = review.knowledge.itemParameters[instrument.id],
      let threshold = instrument.remission,
      let limit = limit(of: threshold)
    else { return nil }
    let responses = answered()
    guard let first = responses.first, let last = responses.last else { return nil }
    return Finding("a severity behind the items of the \(instrument.abbreviation)") {
      let items = try parameters.items.map {
        try OrdinalItem.gradedResponse(
          name: $0.item.rawValue, discrimination: $0.discrimination, difficulties: $0.difficulties)
      }
      let forms = responses.map { response in
        OrdinalSeries.Form(
          time: Double(response.day.days(since: first.day)),
          answers: parameters.items.map { response.answers[$0.item] })
      }
      let course = try OrdinalTrajectory.posterior(of: OrdinalSeries(items: items, forms: forms))
      let total = try course.total(at: Double(last.day.days(since: first.day)))
      return total.probability(below: limit - (try rest(of: last.answers, besides: parameters)))
    }
  }

  /// The points from which the rule is no longer met.
  private func limit(of threshold: Threshold) -> Int? {
    guard abs(threshold.score) < 1e6 else { return nil }
    return switch threshold.comparison {
    case .below: Int(threshold.score.rounded(.up))
    case .atMost: Int(threshold.score.rounded(.down)) + 1
    case .atLeast, .above: nil
    }
  }

  /// What the items without parameters add, which has to be known.
  private func rest(of answers: [ItemID: Int], besides parameters: ItemParameters) throws -> Int {
    let smoothed = Set(parameters.items.map(\.item))
    return try instrument.items.filter { !smoothed.contains($0.id) }.reduce(0) { sum, item in
      guard let answer = answers[item.id] else {
        throw InferenceError.unusable(
          "item \(item.id.rawValue) of the latest form was skipped, and it is never estimated")
      }
      return sum + answer
    }
  }

  private func answered() -> [(day: Day, answers: [ItemID: Int])] {
    let days = Dictionary(
      (review.chart.scores[instrument.id] ?? []).map { ($0.entry, $0.day) }
    ) { first, _ in first }
    return review.chart.entries.compactMap { entry -> (day: Day, answers: [ItemID: Int])? in
      guard let day = days[entry.id], case .response(let response) = entry.fact,
        case .answers(let answers) = response.content
      else { return nil }
      return (day, answers)
    }
  }
}
