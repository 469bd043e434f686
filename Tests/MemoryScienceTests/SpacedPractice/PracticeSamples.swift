import Foundation
import MemoryScience
import Statistics

/// Invented logs.
enum PracticeSamples {
  static let day = PracticeReview.millisecondsPerDay

  /// Reviews whose outcomes are drawn from a model, at gaps of minutes to weeks.
  ///
  /// - Parameters:
  ///   - model: what is true.
  ///   - cards: how many memories.
  ///   - reviews: how many reviews of each.
  ///   - seed: the seed.
  /// - Returns: the log.
  /// - Throws: what making a log throws.
  static func log(
    from model: MemoryModel, cards: Int, reviews: Int, seed: UInt64
  ) throws -> PracticeLog {
    var stream = RandomStream(seed: seed)
    var all: [PracticeReview] = []
    for card in 0..<cards {
      var time = Int(stream.uniform() * 100 * Double(day))
      var grade = PracticeGrade.allCases[Int(stream.uniform() * 4)]
      var state = model.firstState(grade)
      all.append(PracticeReview(card: card, time: time, grade: grade))
      for _ in 1..<reviews {
        let gap =
          stream.uniform() < 0.3 ? 0.01 : 1 + state.stability * 3 * stream.uniform()
        let next = time + Int(min(gap, 3000) * Double(day))
        let days = model.days(from: time, to: next)
        let recall = days < 1 ? 0.9 : model.retrievability(of: state, after: days)
        grade =
          stream.uniform() < recall
          ? [.hard, .good, .good, .easy][Int(stream.uniform() * 4)] : .again
        state = model.state(after: state, days: days, grade: grade)
        time = next
        all.append(PracticeReview(card: card, time: time, grade: grade))
      }
    }
    return try PracticeLog(all)
  }

  /// The same log with the outcomes of its reviews dealt out anew, first reviews kept.
  static func shuffled(_ log: PracticeLog, seed: UInt64) throws -> PracticeLog {
    var stream = RandomStream(seed: seed)
    let all = log.all
    let later = all.indices.filter { $0 > 0 && all[$0].card == all[$0 - 1].card }
    let grades = later.map { all[$0].grade }.shuffled(using: &stream)
    var changed = all
    for (place, grade) in zip(later, grades) {
      changed[place] = PracticeReview(card: all[place].card, time: all[place].time, grade: grade)
    }
    return try PracticeLog(changed)
  }
}
