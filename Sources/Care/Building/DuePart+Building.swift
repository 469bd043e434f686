import PatientRecord
import Time

extension DuePart {
  /// How many weeks ahead a review lists.
  private static let weeks = 4

  /// The list of a review's day; nil when it has nothing to say.
  init?(_ review: ReviewBuilder) {
    guard let zone = review.chart.entries.last?.occurred.zone else { return nil }
    let list = DueList(
      of: review.chart, on: review.today, weeks: DuePart.weeks, using: review.knowledge,
      chosen: [], place: .recorded(zone))
    guard !list.items.isEmpty || !list.medicinesNotInCatalogue.isEmpty else { return nil }
    self.list = list
  }
}
