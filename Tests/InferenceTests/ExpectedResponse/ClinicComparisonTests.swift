import Foundation
import Inference
import Statistics
import Testing

@Suite struct ClinicComparisonTests {
  private func comparison(effects: [Double], seed: UInt64 = 4) throws -> ClinicComparison {
    let visits = ExpectedResponseTests.clinic(400, seed: seed, effects: effects)
    let response = try ExpectedResponse(visits, covariateNames: ["sex"])
    return try ClinicComparison(
      response, visits: visits, clinic: visits.map { $0.person % effects.count })
  }

  @Test func `a clinic whose people improve less stands out of the funnel`() throws {
    var effects = [Double](repeating: 0, count: 10)
    effects[3] = 2
    let compared = try comparison(effects: effects)
    let slow = try #require(compared.clinics.first { $0.code == 3 })
    #expect(slow.difference > slow.limit998)
    #expect(slow.pooled.mean > 0 && slow.pooled.mean < slow.difference)
    let others = compared.clinics.filter { $0.code != 3 }
    #expect(others.allSatisfy { $0.difference < slow.difference })
  }

  @Test func `equal clinics stay in the funnel and are pulled together`() throws {
    var outside = 0
    for seed in UInt64(10)..<14 {
      let compared = try comparison(effects: [Double](repeating: 0, count: 10), seed: seed)
      outside += compared.clinics.count { abs($0.difference) > $0.limit998 }
      for clinic in compared.clinics {
        #expect(abs(clinic.pooled.mean) <= abs(clinic.difference) + 0.5)
      }
    }
    #expect(outside <= 1)
  }

  /// Raw means blame the clinic that serves the most ill; expectations from intake do not.
  @Test func `a clinic that serves the severely ill is not blamed for it`() throws {
    let visits = ExpectedResponseTests.clinic(600, seed: 8)
    let response = try ExpectedResponse(visits, covariateNames: ["sex"])
    let intake = Dictionary(visits.filter { $0.week == 0 }.map { ($0.person, $0.score) }) { a, _ in
      a
    }
    let clinics = visits.map { visit in
      (intake[visit.person] ?? 0) > 20 ? 0 : 1 + visit.person % 5
    }
    let compared = try ClinicComparison(response, visits: visits, clinic: clinics)
    let severe = try #require(compared.clinics.first { $0.code == 0 })
    #expect(abs(severe.difference) < severe.limit998)
    let last = zip(visits, clinics).filter { $0.0.week == 12 }
    func raw(_ isSevere: Bool) -> Double {
      let scores = last.filter { ($0.1 == 0) == isSevere }.map(\.0.score)
      return scores.reduce(0, +) / Double(scores.count)
    }
    #expect(raw(true) - raw(false) > severe.limit998)
  }

  @Test func `few clinics or few people are too few`() throws {
    #expect(throws: InferenceError.self) { try comparison(effects: [0, 0, 0]) }
    #expect(throws: InferenceError.self) {
      try comparison(effects: [Double](repeating: 0, count: 200))
    }
  }
}
