import Foundation
import MemoryScience

/// A log of practice: the columns card, time in milliseconds since 1970 and grade.
struct PracticeTable {
  let reviews: [PracticeReview]

  init(_ path: String) throws {
    let table = try NumberTable(path, columns: 3)
    reviews = try table.columns[0].indices.map { row in
      PracticeReview(
        card: Int(table.columns[0][row]), time: Int(table.columns[1][row]),
        grade: try PracticeGrade(number: Int(table.columns[2][row])))
    }
  }
}

/// The state of FSRS-6 after every review of a log, a hundred times over.
///
/// The answer is the sum of the logarithms of the last stabilities.
struct PracticeStatesJob: Job {
  static let repetitions = 100
  private let log: PracticeLog

  init(argument: String) throws { log = try PracticeLog(PracticeTable(argument).reviews) }

  func run() throws -> Double {
    let model = MemoryModel(convention: .pyFSRS)
    return (0..<Self.repetitions).reduce(0.0) { _, _ in
      model.finalStates(of: log).reduce(0) { $0 + Foundation.log($1.stability) }
    }
  }
}

/// Every review of a log scheduled, with learning steps and due times.
struct PracticeScheduleJob: Job {
  private let log: PracticeLog

  init(argument: String) throws { log = try PracticeLog(PracticeTable(argument).reviews) }

  func run() throws -> Double {
    let scheduler = try PracticeScheduler(model: MemoryModel(convention: .pyFSRS))
    return try log.cards.indices.reduce(0.0) { sum, place in
      var card: PracticeCard?
      for index in log.reviews(ofCardAt: place) {
        card = try scheduler.reviewed(card, grade: log.grades[index], at: log.times[index])
      }
      return sum + Foundation.log(card?.state.stability ?? 1)
    }
  }
}

/// The weights of FSRS-6 fitted to a log, from its unsorted reviews.
///
/// The answer is the mean log loss of all reviews a calendar day or more after the one before,
/// unweighted; finding it is timed, too.
struct PracticeOptimiseJob: Job {
  private let reviews: [PracticeReview]

  init(argument: String) throws { reviews = try PracticeTable(argument).reviews }

  func run() throws -> Double {
    let log = try PracticeLog(reviews)
    let fit = try PracticeOptimiser(convention: .fsrsRS).fit(log)
    let model = MemoryModel(weights: fit.weights, convention: .fsrsRS)
    return PracticePredictions(log, model: model).logLoss() ?? .nan
  }
}
