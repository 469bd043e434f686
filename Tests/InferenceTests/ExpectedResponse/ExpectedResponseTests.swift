import Foundation
import Inference
import Statistics
import Testing

@Suite struct ExpectedResponseTests {
  /// People in treatment: level 16 (SD 4), slope -4 (SD 1.5) a unit of log(1 + week), noise SD 2.5.
  static func clinic(
    _ people: Int, seed: UInt64, effects: [Double] = [0]
  ) -> [TreatmentVisit] {
    var random = RandomStream(seed: seed)
    var visits: [TreatmentVisit] = []
    for person in 0..<people {
      let sex = Double(person % 2)
      let level = 16 + 4 * random.normal() + sex
      let slope = -4 + 1.5 * random.normal() - 0.5 * sex + effects[person % effects.count]
      for week in [0.0, 2, 4, 8, 12] where week == 0 || random.uniform() < 0.8 {
        visits.append(
          TreatmentVisit(
            person: person, week: week,
            score: level + slope * log(1 + week) + 2.5 * random.normal(), covariates: [sex]))
      }
    }
    return visits
  }

  private func learnt(_ people: Int = 400) throws -> ExpectedResponse {
    try ExpectedResponse(Self.clinic(people, seed: 1), covariateNames: ["sex"])
  }

  @Test func `the expectation from intake is that of the formula for one score`() throws {
    let response = try learnt()
    let s = response.model.blocks[0].covariance
    let noise = response.model.residualVariance
    let beta = response.model.fixedEffects.map(\.estimate)
    let t = log(9.0)
    let law = try response.score(
      at: 8, given: [.init(week: 0, value: 22)], covariates: [1])
    let first = s[0, 0] + noise
    let shared = s[0, 0] + t * s[0, 1]
    let centre = beta[0] + t * beta[1] + beta[2] + t * beta[3]
    let mean = centre + shared / first * (22 - beta[0] - beta[2])
    let variance =
      s[0, 0] + 2 * t * s[0, 1] + t * t * s[1, 1] + noise - shared * shared / first
    #expect(abs(law.mean - mean) < 1e-9)
    #expect(abs(law.standardDeviation - variance.squareRoot()) < 1e-9)
    let edge = mean + 1.281_551_565_5 * variance.squareRoot()
    #expect(abs(response.edge(of: law) - edge) < 1e-8)
    #expect(response.isOffTrack(edge + 0.01, expected: law))
    #expect(!response.isOffTrack(edge - 0.01, expected: law))
  }

  @Test func `scores so far condition one after the other as all at once`() throws {
    let response = try learnt()
    let known = [(0.0, 20.0), (2, 17), (4, 18)].map {
      ExpectedResponse.Score(week: $0.0, value: $0.1)
    }
    let law = try response.score(at: 8, given: known, covariates: [0])
    // The joint normal law of the three scores and the fourth, inverted as a whole.
    let weeks = known.map(\.week) + [8]
    let s = response.model.blocks[0].covariance
    let beta = response.model.fixedEffects.map(\.estimate)
    var joint = Matrix(rows: 4, columns: 4)
    for i in 0..<4 {
      for j in 0..<4 {
        let (a, b) = (log(1 + weeks[i]), log(1 + weeks[j]))
        joint[i, j] =
          s[0, 0] + (a + b) * s[0, 1] + a * b * s[1, 1]
          + (i == j ? response.model.residualVariance : 0)
      }
    }
    let precision = try #require(Cholesky(joint)).inverse
    let rests = known.map { $0.value - beta[0] - log(1 + $0.week) * beta[1] }
    let shift = (0..<3).reduce(0) { $0 - precision[3, $1] * rests[$1] } / precision[3, 3]
    #expect(abs(law.mean - (beta[0] + log(9.0) * beta[1] + shift)) < 1e-8)
    #expect(abs(law.standardDeviation - (1 / precision[3, 3]).squareRoot()) < 1e-8)
    let alone = try response.score(at: 8, given: Array(known.prefix(1)), covariates: [0])
    #expect(law.standardDeviation < alone.standardDeviation)
  }

  @Test(arguments: TrackCheck.Basis.allCases)
  func `one in ten of other people lies beyond the edge`(basis: TrackCheck.Basis) throws {
    let check = try TrackCheck(learnt(), on: Self.clinic(600, seed: 2), basis: basis)
    #expect(check.people > 500 && check.standardError < 0.012)
    #expect(abs(check.share - 0.1) < 3.3 * check.standardError)
  }

  @Test func `without the variance between people far more lie beyond it`() throws {
    let response = try learnt()
    let noise = response.model.residualVariance.squareRoot()
    var beyond = 0
    var count = 0
    for visit in Self.clinic(600, seed: 2) where visit.week > 0 {
      let law = try response.score(at: visit.week, given: [], covariates: visit.covariates)
      if visit.score > law.mean + 1.2816 * noise { beyond += 1 }
      count += 1
    }
    #expect(Double(beyond) / Double(count) > 0.2)
  }

  @Test func `where higher is better the edge lies below`() throws {
    let visits = Self.clinic(400, seed: 1).map {
      TreatmentVisit(
        person: $0.person, week: $0.week, score: 100 - $0.score, covariates: $0.covariates)
    }
    let upward = try ExpectedResponse(
      visits, covariateNames: ["sex"], direction: .higherIsBetter)
    let known = ExpectedResponse.Score(week: 0, value: 80)
    let law = try upward.score(at: 8, given: [known], covariates: [1])
    let mirror = try learnt().score(
      at: 8, given: [.init(week: 0, value: 20)], covariates: [1])
    #expect(abs(upward.edge(of: law) - (100 - (try learnt().edge(of: mirror)))) < 1e-3)
    #expect(upward.isOffTrack(0, expected: law) && !upward.isOffTrack(100, expected: law))
  }

  @Test func `what cannot be used is refused`() throws {
    #expect(throws: InferenceError.self) {
      try ExpectedResponse(Self.clinic(20, seed: 1), covariateNames: ["sex"])
    }
    #expect(throws: InferenceError.self) { try ExpectedResponse(Self.clinic(100, seed: 1)) }
    let response = try learnt(100)
    for week in [-1, Double.nan, .infinity] {
      #expect(throws: InferenceError.self) {
        try response.score(at: week, given: [], covariates: [0])
      }
    }
    #expect(throws: InferenceError.self) {
      try response.score(at: 1, given: [.init(week: 0, value: .nan)], covariates: [0])
    }
    #expect(throws: InferenceError.self) { try response.score(at: 1, given: []) }
    #expect(throws: InferenceError.self) {
      try TrackCheck(response, on: Self.clinic(100, seed: 2).filter { $0.week == 0 })
    }
  }
}
