import Foundation

/// A piece of work to be timed.
protocol Job: Sendable {
  /// Reads what the work needs; not timed.
  init(file: URL) throws
  /// Does the work; timed. Returns the log-likelihood, which shows that the work was done.
  func run() throws -> Double
}

/// Why a measurement cannot be trusted or made.
enum BenchError: Error {
  case notDeterministic
  case file(String)
}
