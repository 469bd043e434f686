import Knowledge
import PatientRecord
import Time

extension PatientEntries {
  /// The chart as of a moment, without what happened after it.
  ///
  /// - Parameters:
  ///   - chosen: what the command line says; otherwise the end of the last day.
  ///   - knowledge: what the instruments are scored by.
  /// - Returns: the chart and the day on which is asked, where the person lived.
  /// - Throws: ``BadInput`` when nothing had been recorded by then.
  func chart(
    at chosen: ReviewMoment?, using knowledge: Knowledge
  ) throws -> (chart: Chart, today: Day) {
    let moment = try moment(chosen)
    let past = entries.filter { $0.occurred.start <= moment }
    let chart = Chart(entries: past, patient: patient, knowledge: knowledge)
    let zone = chart.entries.last?.occurred.zone ?? .utc
    return (chart, zone.day(at: moment))
  }
}
