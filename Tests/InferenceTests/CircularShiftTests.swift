import Statistics
import Testing

@testable import Inference

/// Long diaries are shifted by a bounded number of days, so that time grows with their length only.
@Suite struct CircularShiftTests {
  private static let length = 1500

  private func shifts(tied: Bool) throws -> CircularShifts {
    var stream = RandomStream(seed: 5)
    let values = (0..<Self.length).map { ($0, stream.normal()) }
    let deviations = try DailyDeviations(
      PatternPredictor(name: "sleep", values: Dictionary(uniqueKeysWithValues: values)),
      days: 0...Self.length - 1, weekdayOfDayZero: nil)
    let days = Array(0..<Self.length)
    return CircularShifts(
      weights: days.map { tied ? deviations.values[$0] + stream.normal() : stream.normal() },
      days: days, columns: PatternColumns(days: days, deviations: [0: deviations], lags: [0]),
      groups: [[(column: 0, weight: 1)]], information: [Double(Self.length)])
  }

  @Test func `what is tied to its days beats every shift`() throws {
    let shifts = try shifts(tied: true)
    let result = shifts.share(of: shifts.strength(of: 0))
    #expect(result.shifts == CircularShifts.mostShifts)
    #expect(result.share == 1 / Double(CircularShifts.mostShifts + 1))
  }

  @Test func `what is not tied to its days is as strong as many shifts`() throws {
    let shifts = try shifts(tied: false)
    #expect(shifts.share(of: shifts.strength(of: 0)).share > 0.05)
  }
}
