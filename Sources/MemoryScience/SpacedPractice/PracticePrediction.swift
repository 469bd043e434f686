private import Foundation

/// What a model foretold about one review, and what happened.
public struct PracticePrediction: Hashable, Sendable {
  /// The number of the memory.
  public let card: Int
  /// When it was reviewed: milliseconds since 1970.
  public let time: Int
  /// Days since the review before, as the model counts them: 1 or more.
  public let days: Double
  /// The probability of recall that was foretold.
  public let probability: Double
  /// Whether the memory came back.
  public let isRecalled: Bool
  /// How many reviews of the memory came a day or more after the one before, this one among them.
  public let repetition: Int
  /// How many of those before this one were forgotten.
  public let lapses: Int

  /// The log loss: -log of the probability given to what happened, kept below 28.
  public var logLoss: Double { -log(max(isRecalled ? probability : 1 - probability, 1e-12)) }
}

/// Predictions for all reviews of a log that come a day or more after the one before.
///
/// A first review and reviews on the same day are learning; nothing is foretold about them.
public struct PracticePredictions: Hashable, Sendable {
  /// The predictions: cards in the order of their first review, then time.
  public let values: [PracticePrediction]

  /// Foretells every review of a log from those before it.
  ///
  /// - Parameters:
  ///   - log: the reviews.
  ///   - model: the model.
  public init(_ log: PracticeLog, model: some ForgettingModel) {
    var values: [PracticePrediction] = []
    var (card, repetitions, lapses) = (Int?.none, 0, 0)
    for step in log.replay(with: model) {
      if step.review.card != card || step.days == nil {
        (card, repetitions, lapses) = (step.review.card, 0, 0)
      }
      guard let days = step.days, days >= 1, let probability = step.retrievability else { continue }
      repetitions += 1
      let isRecalled = step.review.grade.isRecalled
      values.append(
        PracticePrediction(
          card: step.review.card, time: step.review.time, days: days, probability: probability,
          isRecalled: isRecalled, repetition: repetitions, lapses: lapses))
      if !isRecalled { lapses += 1 }
    }
    self.values = values
  }

  /// Takes a part of other predictions.
  init(_ values: [PracticePrediction]) { self.values = values }
}
