import Foundation
import Inference

/// 239 days of one person: a local level with three regressors, exact diffuse maximum likelihood,
/// smoothed level and regression coefficients.
///
/// The file holds the columns day, outcome and regressors; an outcome that is no number is missing.
struct TrajectoryJob: Job {
  private let series: TrajectorySeries

  init(argument: String) throws {
    let rows = try String(contentsOf: URL(filePath: argument), encoding: .utf8).split(
      whereSeparator: \.isNewline
    )
    .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    guard let header = rows.first, header.count > 2 else {
      throw BenchError.argument("\(argument) needs the columns day, outcome and regressors")
    }
    let readings = rows.dropFirst().compactMap { row -> TrajectorySeries.Reading? in
      let cells = row.map { Double($0) ?? .nan }
      guard cells.count == header.count, cells[1].isFinite else { return nil }
      return .init(time: cells[0], value: cells[1], regressors: Array(cells.dropFirst(2)))
    }
    series = try TrajectorySeries(
      readings, regressorNames: header.dropFirst(2).map(String.init),
      alsoAt: rows.dropFirst().compactMap { $0.first.flatMap { Double($0) } })
  }

  func run() throws -> Double { try Trajectory.maximumLikelihood(of: series).logLikelihood }
}
