private import Foundation

/// How strongly a person's recall moves to near words, from choices among words of one label.
///
/// A conditional logit (McFadden 1974): the next word is chosen among those left with probability in
/// proportion to exp(-pull x distance). The pull is estimated from each choice *within the label that
/// was chosen*: given the label of the next word, which of the words of that label came? An effect of
/// the labels cancels there, so that none can pass for nearness in meaning.
public struct SemanticPull: Hashable, Sendable {
  /// Who it is.
  public let subject: String
  /// Choices among two or more words of one label whose distances differ.
  public let choices: Int
  /// By how much the log odds of a word rise when its distance falls by one standard deviation of
  /// the matrix; `nil` with fewer than ``fewestChoices``.
  public let value: Double?
  /// Its standard error from the curvature of the likelihood, `nil` without a value.
  public let standardError: Double?

  /// The fewest choices from which a pull is estimated.
  public static let fewestChoices = 20
  /// The standard deviation of the weak normal prior that keeps the pull finite when always the
  /// nearest word was chosen.
  static let priorDeviation = 10.0
}

/// The log-likelihood of a pull: its first and second derivatives, list by list.
struct PullLikelihood {
  let walk: LabelWalk
  let table: DistanceTable
  /// One over the standard deviation of the distances.
  let scale: Double

  /// The derivatives of one list.
  struct Derivatives {
    var score = 0.0
    var information = 0.0
    var choices = 0
  }

  func derivatives(_ list: ScoredList, pull: Double) -> Derivatives {
    var (walk, table, sums) = (walk, table, Derivatives())
    table.open(list)
    let labels = list.labels(walk.column)
    walk.forEach(in: list) { from, to, left in
      let label = labels[to - 1]
      let chosen = scale * table.distance(from, to)
      // Weights relative to the chosen word, so that they stay in range.
      var (total, mean, square) = (0.0, 0.0, 0.0)
      for position in left where labels[position - 1] == label {
        let further = scale * table.distance(from, position) - chosen
        let weight = exp(min(-pull * further, 300))
        total += weight
        mean += weight * further
        square += weight * further * further
      }
      mean /= total
      let variance = max(square / total - mean * mean, 0)
      sums.score += mean
      sums.information += variance
      if variance > 0 { sums.choices += 1 }
    }
    return sums
  }

  /// The likeliest pull by Newton's method; the log-likelihood is concave.
  func fitted(_ lists: ArraySlice<ScoredList>, subject: String) -> SemanticPull {
    let prior = 1 / (SemanticPull.priorDeviation * SemanticPull.priorDeviation)
    var pull = 0.0
    var choices = 0
    var information = 0.0
    for _ in 0..<100 {
      var sums = Derivatives()
      for list in lists {
        let own = derivatives(list, pull: pull)
        sums.score += own.score
        sums.information += own.information
        sums.choices += own.choices
      }
      if pull == 0 { choices = max(choices, sums.choices) }
      information = sums.information + prior
      let step = (sums.score - prior * pull) / information
      pull += min(max(step, -1), 1)
      if abs(step) < 1e-12 { break }
    }
    guard choices >= SemanticPull.fewestChoices else {
      return SemanticPull(subject: subject, choices: choices, value: nil, standardError: nil)
    }
    return SemanticPull(
      subject: subject, choices: choices, value: pull,
      standardError: 1 / information.squareRoot())
  }
}
