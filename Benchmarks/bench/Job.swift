import Foundation

/// A piece of work to be timed.
protocol Job: Sendable {
  /// Prepares what the work needs; not timed.
  init(argument: String) throws
  /// Does the work; timed. Returns a number that shows that it was done, such as a log-likelihood.
  func run() throws -> Double
}

/// Why a measurement cannot be trusted or made.
enum BenchError: Error {
  case notDeterministic
  case argument(String)
}
