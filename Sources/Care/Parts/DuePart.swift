/// What is due and what comes.
public struct DuePart: Sendable {
  /// The list.
  public let list: DueList

  /// Those who may see it. The person sees only what they fill in themselves, and never why.
  public var audiences: Set<Audience> {
    list.items(for: .patient).isEmpty
      ? [.clinician, .researcher] : [.patient, .clinician, .researcher]
  }
}
