private import Foundation

/// How often scores really lie beyond the edge, which should be one in ten.
public struct TrackCheck: Hashable, Sendable {
  /// What an expected score is based on.
  public enum Basis: String, Hashable, Sendable, CaseIterable {
    /// The first score alone.
    case intake
    /// All scores before.
    case allBefore
  }

  /// The number of people with a score after the first.
  public let people: Int
  /// The number of scores compared.
  public let scores: Int
  /// How many lie beyond the edge.
  public let beyond: Int
  /// The standard error of ``share``, scores of a person taken as one cluster.
  public let standardError: Double

  /// The share beyond the edge.
  public var share: Double { scores > 0 ? Double(beyond) / Double(scores) : .nan }

  /// Compares every score after a person's first with what was expected of it.
  ///
  /// On the visits that the model was fitted to it looks a little better than it is; check on others.
  ///
  /// - Parameters:
  ///   - response: what to expect.
  ///   - visits: the scores.
  ///   - basis: what each expectation is based on.
  /// - Throws: ``InferenceError`` when nobody has a second score or a number cannot be used.
  public init(
    _ response: ExpectedResponse, on visits: [TreatmentVisit], basis: Basis = .intake
  ) throws(InferenceError) {
    var counts: [(scores: Int, beyond: Int)] = []
    for person in visits.coursesByPerson where person.count > 1 {
      let scores = person.map { ExpectedResponse.Score(week: $0.week, value: $0.score) }
      var beyond = 0
      for index in 1..<person.count {
        let known = basis == .intake ? Array(scores[..<1]) : Array(scores[..<index])
        let law = try response.score(
          at: person[index].week, given: known, covariates: person[0].covariates)
        if response.isOffTrack(person[index].score, expected: law) { beyond += 1 }
      }
      counts.append((person.count - 1, beyond))
    }
    guard counts.count >= 2 else {
      throw .tooFew(observed: counts.count, needed: 2, what: "people with a score after intake")
    }
    people = counts.count
    scores = counts.reduce(0) { $0 + $1.scores }
    beyond = counts.reduce(0) { $0 + $1.beyond }
    let rate = Double(beyond) / Double(scores)
    let squares = counts.reduce(0.0) { sum, person in
      let excess = Double(person.beyond) - rate * Double(person.scores)
      return sum + excess * excess
    }
    standardError = squares.squareRoot() / Double(scores)
  }
}

extension [TreatmentVisit] {
  /// The visits of each person by time, people in the order of their first visit in the list.
  var coursesByPerson: [[TreatmentVisit]] {
    let groups = GroupedRows(map(\.person))
    return groups.people.indices.map { index in
      groups.rows(of: index).map { self[$0] }.sorted { $0.week < $1.week }
    }
  }
}
