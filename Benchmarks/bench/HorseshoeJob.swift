import Foundation
import Inference

/// 239 days, 40 columns: a regularised horseshoe, 4 chains of 500 + 1,000 iterations.
///
/// The file holds the outcome and the columns; a fifth of them are expected to matter. The answer is
/// the sum of the posterior means.
struct HorseshoeJob: Job {
  private let columns: [[Double]]
  private let outcome: [Double]

  init(argument: String) throws {
    let table = try NumberTable(argument)
    guard table.columns.count > 2 else { throw BenchError.argument("\(argument): too few columns") }
    outcome = table.columns[0]
    columns = Array(table.columns.dropFirst())
  }

  func run() throws -> Double {
    let draws = try sampled()
    return draws.values.reduce(0, +) / Double(draws.chains * draws.perChain)
  }

  private func sampled() throws -> CoefficientDraws {
    try HorseshoeRegression(
      columns: columns, response: outcome, expected: 0.2 * Double(columns.count)
    ).sampled(chains: 4, warmup: 500, draws: 1000, seed: 1)
  }

  /// Writes the draws as 64-bit numbers: chain by chain, draw by draw, coefficient by coefficient.
  func write(to path: String) throws {
    try sampled().values.withUnsafeBytes { try Data($0).write(to: URL(filePath: path)) }
  }
}
