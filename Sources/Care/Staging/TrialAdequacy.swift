/// Whether a trial was long enough at a dose that counts.
public enum TrialAdequacy: Hashable, Sendable {
  /// By every published form.
  case adequate
  /// By some published forms and not by others; how they differ, in words.
  case bySomeForms([String])
  /// By no form; why, in words.
  case inadequate([String])
  /// The record does not say enough; what is missing, in words.
  case cannotTell(missing: [String])

  /// The verdict of two requirements together: the worse of both.
  ///
  /// - Parameter other: the verdict of the other requirement.
  /// - Returns: inadequate when either is; else not known when either is not; else the weaker.
  public func and(_ other: TrialAdequacy) -> TrialAdequacy {
    switch (self, other) {
    case (.inadequate(let one), .inadequate(let two)): .inadequate(one.adding(two))
    case (.inadequate, _): self
    case (_, .inadequate): other
    case (.cannotTell(let one), .cannotTell(let two)): .cannotTell(missing: one.adding(two))
    case (.cannotTell, _): self
    case (_, .cannotTell): other
    case (.bySomeForms(let one), .bySomeForms(let two)): .bySomeForms(one.adding(two))
    case (.bySomeForms, _): self
    default: other
    }
  }
}

extension [String] {
  /// These texts and those of another list that are not among them.
  func adding(_ others: [String]) -> [String] { self + others.filter { !contains($0) } }
}
