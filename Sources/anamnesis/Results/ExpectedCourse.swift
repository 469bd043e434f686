import Inference
import JSON
import Statistics

/// What to expect of a new person, week by week.
struct ExpectedCourse {
  /// One week.
  private struct Step {
    let week: Double
    let law: Normal
    let edge: Double
    /// The score given in this week, and what it was expected to be.
    let observed: Double?
    let isOffTrack: Bool
  }

  private let steps: [Step]
  private let scores: [ExpectedResponse.Score]

  /// Computes the course.
  ///
  /// Scores after the first are compared with what the first alone made one expect; later weeks are
  /// expected from all scores.
  ///
  /// - Parameters:
  ///   - response: what the clinic learnt.
  ///   - scores: the person's scores so far.
  ///   - covariates: what was known at intake.
  ///   - weeks: the weeks to look at.
  /// - Throws: what the library throws.
  init(
    _ response: ExpectedResponse, scores: [ExpectedResponse.Score], covariates: [Double],
    weeks: [Double]
  ) throws {
    let scores = scores.sorted { $0.week < $1.week }
    let last = scores.last?.week ?? 0
    let past = try scores.dropFirst().map { score in
      let law = try response.score(
        at: score.week, given: Array(scores.prefix(1)), covariates: covariates)
      return Step(
        week: score.week, law: law, edge: response.edge(of: law), observed: score.value,
        isOffTrack: response.isOffTrack(score.value, expected: law))
    }
    let future = try weeks.filter { $0 > last }.map { week in
      let law = try response.score(at: week, given: scores, covariates: covariates)
      return Step(
        week: week, law: law, edge: response.edge(of: law), observed: nil, isOffTrack: false)
    }
    self.scores = scores
    steps = past + future
  }

  var json: JSONValue {
    .object([
      "scores": .array(
        scores.map {
          .object(["week": .number($0.week) ?? .null, "score": .number($0.value) ?? .null])
        }),
      "course": .array(steps.map(json)),
    ])
  }

  private func json(_ step: Step) -> JSONValue {
    var object = JSONObject()
    object["week"] = .number(step.week) ?? .null
    object["basis"] = .string(step.observed == nil ? "allScores" : "firstScore")
    object["expected"] = .number(step.law.mean) ?? .null
    object["standardDeviation"] = .number(step.law.standardDeviation) ?? .null
    object["edge"] = .number(step.edge) ?? .null
    object["observed"] = step.observed.flatMap { .number($0) } ?? .null
    object["isOffTrack"] = step.observed == nil ? .null : .bool(step.isOffTrack)
    return .object(object)
  }

  var lines: [String] {
    var table = TextTable("week", "expected", "±", "edge", "observed", "")
    for step in steps {
      table.add(
        step.week.short, step.law.mean.digits(2), step.law.standardDeviation.digits(2),
        step.edge.digits(2), step.observed?.short ?? "", step.isOffTrack ? "not on track" : "")
    }
    let first = scores.first.map { "\($0.value.short) in week \($0.week.short)" } ?? "no score"
    return ["", "A new person with \(first)"] + table.lines
      + [
        "(one in ten lies beyond the edge; weeks with a score are expected from the first one, "
          + "later weeks from all; worth a talk, no verdict)"
      ]
  }
}
