/// Why a file or a mapping as a whole cannot be used.
public struct InterchangeError: Error, Hashable, Sendable {
  /// Where the fault lies: a line of the file, a key of the mapping, or the file itself.
  public let place: String
  /// What is wrong.
  public let reason: String
  /// What to do about it.
  public let cure: String

  /// Creates an error.
  ///
  /// - Parameters:
  ///   - place: where the fault lies.
  ///   - reason: what is wrong, without a full stop.
  ///   - cure: what to do about it, without a full stop.
  public init(place: String, reason: String, cure: String) {
    self.place = place
    self.reason = reason
    self.cure = cure
  }

  /// Makes a problem of one row the reason to refuse the file.
  ///
  /// - Parameter problem: the row's problem.
  public init(_ problem: Problem) {
    let place = problem.column.map { "line \(problem.line), column \($0)" }
    self.init(
      place: place ?? "line \(problem.line)", reason: problem.reason, cure: problem.cure)
  }
}

extension InterchangeError: CustomStringConvertible {
  /// One line of text: place, reason, cure.
  public var description: String { "\(place): \(reason); \(cure)" }
}
