public import Knowledge
public import PatientRecord
import Time

extension Chart {
  /// The chart of an invented person who gets better slowly: a check-in each evening, a PHQ-9 each
  /// week, one course and one dose.
  ///
  /// - Parameters:
  ///   - weeks: how long it goes on, from 2026-03-02.
  ///   - knowledge: what the instruments are scored by.
  /// - Returns: the chart.
  /// - Throws: never in fact.
  public static func sample(weeks: Int = 12, knowledge: Knowledge) throws -> Chart {
    Chart(
      entries: try Entry.sampleRecord(weeks: weeks), patient: .sample, knowledge: knowledge)
  }
}

extension Entry {
  /// The record of the person of ``PatientRecord/Chart/sample(weeks:knowledge:)``.
  ///
  /// - Parameter weeks: how long it goes on, from 2026-03-02.
  /// - Returns: the entries in the order of time.
  /// - Throws: never in fact.
  public static func sampleRecord(weeks: Int = 12) throws -> [Entry] {
    var random = SeededRandom(seed: 12)
    let medicine = try Name("Examplomine")
    let course = Course(kind: .medication, name: medicine, status: .active)
    let step = try DoseStep(substance: medicine, dosePerDay: Quantity(20, .milligram))
    var entries = [Entry.sample(.course(course), 1), .sample(.doseStep(step), 2)]
    for day in 0..<max(0, weeks * 7) {
      let instant = Instant.sample.advanced(byDays: Double(day) + 0.3)
      let gain = min(4, Double(day) / 21)
      let mood = min(10, (3 + gain + Double.random(in: -1...1, using: &random)).rounded())
      let energy = min(10, (4 + gain + Double.random(in: -2...2, using: &random)).rounded())
      entries.append(
        try .checkIn(["mood": mood, "energy": energy], 10 + 2 * day, at: instant))
      guard day % 7 == 0 else { continue }
      let answer = max(0, 2 - day / 28)
      let answers = (1...9).map { (ItemID(rawValue: "q\($0)"), $0 == 9 ? 0 : answer) }
      let pairs = Dictionary(answers) { first, _ in first }
      entries.append(try .response("phq9", answers: pairs, 11 + 2 * day, at: instant))
    }
    return entries
  }
}
