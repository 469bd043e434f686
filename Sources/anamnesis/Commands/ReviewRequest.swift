import Care
import HTML
import JSON
import Knowledge
import Pages
import PatientRecord

/// What a reader asks of a review, whoever it is about.
struct ReviewRequest: Sendable {
  let knowledge: Knowledge
  let audience: Audience
  let format: ReportFormat
  let at: ReviewMoment?
  /// The names of items to look at closely.
  let focus: [String]
  /// The names of items that may go along with the first one.
  let predictors: [String]
  let hasEarlyWarning: Bool
  let forecastDays: Int
  let baselineDays: Int
  /// What the care team states for rules and staging.
  let guidance: GuidanceFiles.Contents

  /// With sleep, activity and practice at three lags, as many as a search for patterns takes.
  static let mostPredictors = 8

  /// Computes the review of a record.
  ///
  /// - Parameter input: the record.
  /// - Returns: the review.
  /// - Throws: ``BadInput`` when the record cannot be read or what is asked for is not in it.
  func review(_ input: RecordInput) throws -> Review {
    let record = try input.read()
    let items = try record.items(named: focus)
    let others = try record.items(named: predictors, option: "--predictors")
    let moment = try record.moment(at)
    return Review(
      entries: record.entries, patient: record.patient, at: moment, using: knowledge,
      settings: ReviewSettings(
        focus: items, audiences: [audience], forecastDays: forecastDays,
        baselineDays: baselineDays, predictors: others, hasEarlyWarning: hasEarlyWarning,
        stated: guidance.facts, trials: guidance.trials))
  }

  /// Writes a review in the wanted format.
  func text(of review: Review) -> String {
    switch format {
    case .text: Report.text(review, for: audience, knowledge: knowledge)
    case .json: Report.json(review, for: audience).text(.pretty) + "\n"
    case .html: Report.html(review, for: audience, knowledge: knowledge).text
    }
  }

  /// Writes a review as one line of JSON.
  func line(of review: Review) -> String {
    Report.json(review, for: audience).text(.compact)
  }
}
