import Foundation
import MemoryScience
import Statistics

/// Lists of 24 words, 24 lists a session, recalled for 75 s by CMR2; the argument is how many sessions.
///
/// The answer is the mean number of words recalled from the list itself.
struct AccumulatorJob: Job {
  private let sessions: Int
  private let study: MultiListStudy

  init(argument: String) throws {
    guard let sessions = Int(argument), 1...10_000 ~= sessions else {
      throw BenchError.argument("\(argument): give a number of sessions")
    }
    self.sessions = sessions
    study = try MultiListStudy(lists: Self.lists)
  }

  static let lists = [[Valence]](repeating: [Valence](repeating: .neutral, count: 24), count: 24)

  func run() throws -> Double {
    var recalled = 0
    for session in 0..<sessions {
      let periods = try MultiListModel.kahana2002.simulate(study, seed: 1, session: session)
      for (list, recalls) in periods.enumerated() {
        recalled += Set(recalls.filter { $0.isReported && $0.list == list }.map(\.place)).count
      }
    }
    return Double(recalled) / Double(24 * sessions)
  }
}

/// The same lists and model written straight from the formulas: the plain peer of ``AccumulatorJob``.
struct PlainAccumulatorJob: Job {
  private let sessions: Int

  init(argument: String) throws {
    guard let sessions = Int(argument), 1...10_000 ~= sessions else {
      throw BenchError.argument("\(argument): give a number of sessions")
    }
    self.sessions = sessions
  }

  func run() throws -> Double {
    var recalled = 0
    for session in 0..<sessions {
      var random = RandomStream(seed: 2, stream: UInt64(session))
      let reference = MultiListReference(
        model: .kahana2002, lists: AccumulatorJob.lists)
      for (list, period) in reference.simulate(&random).enumerated() {
        recalled += Set(period.filter { $0.isReported && $0.item / 24 == list }.map(\.item)).count
      }
    }
    return Double(recalled) / Double(24 * sessions)
  }
}
