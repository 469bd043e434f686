import Foundation
import MemoryScience
import TestKit
import Testing

/// py-fsrs 6.3.2, 200 cards and 1,635 reviews.
@Suite(.enabled(if: SharedData.isPresent, SharedData.absence))
struct ReferenceVectorTests {
  /// How many reviews differ from the vectors, and the largest relative error of the state.
  private func compared(
    _ scheduler: PracticeScheduler
  ) throws -> (reviews: Int, wrongDue: Int, wrongPhase: Int, error: Double) {
    var (reviews, wrongDue, wrongPhase, error) = (0, 0, 0, 0.0)
    for vector in try PracticeData.vectors() {
      var card: PracticeCard?
      for review in vector.reviews {
        let next = try scheduler.reviewed(
          card, grade: PracticeGrade(number: review.rating),
          at: PracticeData.milliseconds(review.at))
        reviews += 1
        if next.due != PracticeData.milliseconds(review.due) { wrongDue += 1 }
        if phase(review) != next.phase { wrongPhase += 1 }
        error = max(
          error, abs(next.state.stability / review.stability - 1),
          abs(next.state.difficulty / review.difficulty - 1))
        card = next
      }
    }
    return (reviews, wrongDue, wrongPhase, error)
  }

  private func phase(_ review: PracticeData.Card.Review) -> PracticeCard.Phase {
    switch review.state {
    case 1: .learning(step: review.step ?? -1)
    case 3: .relearning(step: review.step ?? -1)
    default: .review
    }
  }

  @Test func `all states, phases and due times are those of py-fsrs`() throws {
    let found = try compared(PracticeScheduler(model: MemoryModel(convention: .pyFSRS)))
    #expect(found.reviews == 1635)
    #expect(found.wrongDue == 0)
    #expect(found.wrongPhase == 0)
    #expect(found.error < 1e-12)
  }

  @Test func `the limit of stability, other days and other steps are noticed`() throws {
    let limited = try MemoryModel.Convention(days: .wholeDays, greatestStability: 36_500)
    let model = MemoryModel(convention: limited)
    let fractional = MemoryModel(convention: .scheduling)
    #expect(try compared(PracticeScheduler(model: model)).error > 1e-3)
    #expect(try compared(PracticeScheduler(model: fractional)).error > 1e-3)
    let py = MemoryModel(convention: .pyFSRS)
    #expect(try compared(PracticeScheduler(model: py, learningSteps: [1])).wrongDue > 100)
    var weights = MemoryModel.Weights.defaults.values
    weights[7] += 1e-6
    let other = MemoryModel(weights: try MemoryModel.Weights(weights), convention: .pyFSRS)
    #expect(try compared(PracticeScheduler(model: other)).error > 1e-9)
  }
}
