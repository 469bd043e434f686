public import Knowledge
public import PatientRecord
public import Time

/// Everything computed from a chart at a moment; each part carries the inputs it used.
///
/// A review is a pure function of chart, moment, knowledge and settings: it can be thrown away and
/// computed again. It says "not enough days yet" rather than guess, and what is missing.
///
/// ## Topics
/// ### Computing
/// - ``init(of:at:using:settings:)``
/// ### Reading
/// - ``parts``
/// - ``parts(for:)``
public struct Review: Sendable {
  /// Whose review it is.
  public let patient: PatientID
  /// The moment it looks back from.
  public let moment: Instant
  /// That moment's day where the person lived.
  public let today: Day
  /// The digest of the record it was computed from.
  public let recordDigest: String
  /// The version of the computations.
  public let pipeline: String
  /// The parts, what matters first in front.
  public let parts: [ReviewPart]

  /// The version of the computations in this build; it changes when a number could.
  public static let pipelineVersion = "2"

  /// Computes a review.
  ///
  /// - Parameters:
  ///   - chart: the chart; what happened after `moment` is expected to be left out of it already
  ///     (``init(entries:patient:at:using:settings:)`` does so).
  ///   - moment: the moment to look back from.
  ///   - knowledge: instruments and definitions.
  ///   - settings: what a reader may choose.
  public init(
    of chart: Chart, at moment: Instant, using knowledge: Knowledge,
    settings: ReviewSettings = ReviewSettings()
  ) {
    let zone = chart.entries.last?.occurred.zone ?? .utc
    let today = zone.day(at: moment)
    let builder = ReviewBuilder(
      chart: chart, today: today, knowledge: knowledge, settings: settings)
    patient = chart.patient
    self.moment = moment
    self.today = today
    recordDigest = chart.digest.description
    pipeline = Review.pipelineVersion
    parts =
      builder.parts() + Review.windows(of: chart, at: moment, using: knowledge, settings: settings)
  }

  /// Computes a review of one patient's entries up to a moment.
  ///
  /// - Parameters:
  ///   - entries: entries of any patients, in any order.
  ///   - patient: whose review.
  ///   - moment: entries after it are left out.
  ///   - knowledge: instruments and definitions.
  ///   - settings: what a reader may choose.
  public init(
    entries: some Sequence<Entry>, patient: PatientID, at moment: Instant,
    using knowledge: Knowledge, settings: ReviewSettings = ReviewSettings()
  ) {
    let past = entries.filter { $0.patient == patient && $0.occurred.start <= moment }
    self.init(
      of: Chart(entries: past, patient: patient, knowledge: knowledge), at: moment,
      using: knowledge, settings: settings)
  }

  /// Windows stand apart from everything else that is computed; patients see none.
  static func windows(
    of chart: Chart, at moment: Instant, using knowledge: Knowledge, settings: ReviewSettings
  ) -> [ReviewPart] {
    guard settings.audiences != [.patient] else { return [] }
    let builder = WindowsBuilder(chart: chart, moment: moment, knowledge: knowledge)
    return builder.part().map { [.windows($0)] } ?? []
  }

  /// The parts that an audience may see, in order.
  ///
  /// - Parameter audience: who will read.
  /// - Returns: the parts for them.
  public func parts(for audience: Audience) -> [ReviewPart] {
    parts.filter { $0.audiences.contains(audience) }
  }
}
