import Foundation
import MemoryScience
import Testing

/// Whether the fit of emotional context to diaries keeps its promises.
@Suite struct DiaryTests {
  private func diary(_ person: Int, _ change: (inout SimulatedDiary) -> Void) throws
    -> [DiaryEntry]
  {
    var diary = SimulatedDiary()
    change(&diary)
    return try diary.entries(seed: 9, person: person)
  }

  @Test func `intervals of sensitivities and half-life hold the truth about as often as they say`()
    throws
  {
    let people = 100
    var inside = [0, 0, 0]
    for person in 0..<people {
      let series = try DiarySeries(diary(person) { $0.days = 20 })
      let fit = try EmotionalContextFit(.context, to: series)
      for (index, truth) in [0.3, -0.4].enumerated() {
        let estimate = fit.sensitivities[index]
        inside[index] += abs(estimate.value - truth) < 1.96 * estimate.standardError ? 1 : 0
      }
      let (lower, upper) = fit.halfLifeInterval
      inside[2] += (lower ?? 0) <= 3 && 3 <= (upper ?? .infinity) ? 1 : 0
    }
    print("of", people, "people, intervals of 95 % hold the truth for", inside)
    for count in inside { #expect(count >= 87) }
  }

  @Test func `a shared half-life is found, and none where events act at once only`() throws {
    for isMomentary in [false, true] {
      var profiles: [SharedHalfLife.Profile] = []
      for person in 0..<60 {
        let entries = try diary(person) {
          $0.halfLife = 1.5
          $0.isMomentary = isMomentary
        }
        profiles.append(try SharedHalfLife.profile(of: entries, seed: 2, person: person))
      }
      let shared = try SharedHalfLife(profiles)
      print(
        isMomentary ? "momentary" : "lingering", shared.halfLife, shared.supported, shared.profile)
      if isMomentary {
        #expect(shared.supported.contains(0))
      } else {
        #expect(shared.supported.lowerBound >= 1 && shared.supported.upperBound <= 2)
        #expect(MeanInterval(shared.gains).lower > 0)
      }
    }
  }
}
