import Foundation
import MemoryScience

/// The likelihood of lists under CMR, as cymr computes it: `Benchmarks/recall/cymr_likelihood.py`.
///
/// The file holds list, is_recall, position and item, sorted, items numbered by their place.
struct RecallJob: Job {
  private let lists: [RecalledList]
  private let model: RetrievedContextModel

  init(argument: String) throws {
    let columns = try NumberTable(argument, columns: 4).columns
    var lengths: [Double: Int] = [:]
    var recalls: [Double: [Int]] = [:]
    for row in columns[0].indices {
      if columns[1][row] == 0 {
        lengths[columns[0][row], default: 0] += 1
      } else {
        recalls[columns[0][row], default: []].append(Int(columns[3][row]))
      }
    }
    lists = try lengths.sorted { $0.key < $1.key }.map { list, length in
      try RecalledList(study: StudiedList(count: length), recalls: recalls[list] ?? [])
    }
    model = try RetrievedContextModel(
      choice: .exponential, parameters: Self.parameters, leastProbability: 1e-5)
  }

  /// Those of `cymr_likelihood.py`: its P1 is ours times the rate, its T is 2 over ours.
  private static var parameters: RetrievedContextParameters {
    var parameters = RetrievedContextParameters()
    parameters.encodingDrift = 0.6
    parameters.startDrift = 0.3
    parameters.recallDrift = 0.9
    parameters.itemToContextRate = 0.15
    parameters.contextToItemRate = 0.15
    parameters.primacyScale = 0.2 / 0.15
    parameters.primacyDecay = 2
    parameters.choiceSensitivity = 2 / 0.1
    parameters.stopScale = 0.001
    parameters.stopGrowth = 0.25
    return parameters
  }

  func run() throws -> Double { try model.logLikelihood(of: lists) }
}
