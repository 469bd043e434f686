private import Inference

/// An answer, or the honest reason why there is none yet.
public enum Finding<Value: Sendable>: Sendable {
  /// The answer.
  case found(Value)
  /// What is missing.
  case notYet(NotYet)

  /// The answer, if there is one.
  public var value: Value? {
    guard case .found(let value) = self else { return nil }
    return value
  }

  /// The reason, if there is no answer.
  public var missing: NotYet? {
    guard case .notYet(let reason) = self else { return nil }
    return reason
  }
}

/// Why a question has no answer yet, and what would bring one.
public struct NotYet: Hashable, Sendable {
  /// One plain sentence.
  public let reason: String
  /// How many observations there are, where a count is what is missing.
  public let observed: Int?
  /// How many are needed, where a count is what is missing.
  public let needed: Int?

  /// States a reason.
  ///
  /// - Parameters:
  ///   - reason: one plain sentence.
  ///   - observed: how many observations there are.
  ///   - needed: how many are needed.
  public init(_ reason: String, observed: Int? = nil, needed: Int? = nil) {
    self.reason = reason
    self.observed = observed
    self.needed = needed
  }
}

extension Finding {
  /// Runs an analysis and turns its refusal into a reason.
  init(_ what: String, _ analysis: () throws -> Value) {
    do {
      self = .found(try analysis())
    } catch let error as InferenceError {
      if case .tooFew(let observed, let needed, _) = error {
        self = .notYet(
          NotYet(
            "Not enough days yet for \(what): \(observed) so far, \(needed) needed.",
            observed: observed, needed: needed))
      } else {
        self = .notYet(NotYet("No result for \(what): \(error.description)."))
      }
    } catch {
      self = .notYet(NotYet("No result for \(what): \(error)."))
    }
  }

  /// Asks something further of an answer; a reason stays as it is.
  func then<Further>(
    _ what: String, _ analysis: (Value) throws -> Further
  ) -> Finding<Further> {
    switch self {
    case .found(let value): Finding<Further>(what) { try analysis(value) }
    case .notYet(let reason): .notYet(reason)
    }
  }
}
