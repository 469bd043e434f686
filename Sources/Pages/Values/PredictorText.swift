import Care
import Inference

/// Names what may go along with an item, and the round step in which people think of it.
struct PredictorText {
  let kind: PatternsPart.Predictor
  /// The standard deviation of its day-to-day deviations, in its unit; `nil` when it was not used.
  let deviation: Double?

  /// A step of a predictor, such as an hour of sleep.
  struct Step: Hashable {
    let amount: Double
    /// A word without spaces, for programs.
    let unit: String
    /// In words, such as `30 minutes`.
    let words: String
  }

  /// What it is called in a list: `hours of sleep`.
  var name: String {
    switch kind {
    case .sleepHours: "hours of sleep"
    case .sleepQuality: "how good the sleep was"
    case .activeMinutes: "minutes of activity"
    case .retrievals: "practices with good memories"
    case .rating(let item): "“\(ItemText.name(item))”"
    }
  }

  /// What was unusual: `sleep was longer than usual in the night before`.
  func clause(isMore: Bool, than usual: String, lag: Int) -> String {
    let when = "than \(usual) \(time(lag: lag))"
    return switch kind {
    case .sleepHours: "sleep was \(isMore ? "longer" : "shorter") \(when)"
    case .sleepQuality: "sleep was \(isMore ? "better" : "worse") \(when)"
    case .activeMinutes: "there was \(isMore ? "more" : "less") activity \(when)"
    case .retrievals: "there was \(isMore ? "more" : "less") practice with good memories \(when)"
    case .rating: "\(name) was \(isMore ? "higher" : "lower") \(when)"
    }
  }

  /// The round step nearest to what a day usually differs by.
  var step: Step {
    let usual = deviation ?? 1
    switch kind {
    case .sleepHours:
      return usual < 0.4
        ? Step(amount: 0.5, unit: "hours", words: "extra half hour")
        : Step(amount: 1, unit: "hours", words: "extra hour")
    case .activeMinutes:
      let minutes = usual < 12 ? 10.0 : 30
      return Step(amount: minutes, unit: "minutes", words: "\(Int(minutes)) minutes more")
    case .retrievals: return Step(amount: 1, unit: "practices", words: "extra practice")
    case .sleepQuality, .rating: return points(near: usual)
    }
  }

  private func points(near usual: Double) -> Step {
    switch usual {
    case 50...: Step(amount: 100, unit: "points", words: "100 points more")
    case 5..<50: Step(amount: 10, unit: "points", words: "10 points more")
    case 0.2..<5: Step(amount: 1, unit: "points", words: "extra point")
    default: Step(amount: 0.1, unit: "points", words: "0.1 points more")
    }
  }

  /// When it was, seen from the day of the answer: `the day before`.
  func time(lag: Int) -> String {
    switch kind {
    case .sleepHours, .sleepQuality:
      switch lag {
      case 0: "in the night before"
      case 1: "one night earlier"
      default: "\(lag) nights earlier"
      }
    case .activeMinutes, .retrievals, .rating:
      switch lag {
      case 0: "on the same day"
      case 1: "on the day before"
      default: "\(lag) days before"
      }
    }
  }
}
