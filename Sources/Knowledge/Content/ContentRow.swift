/// A group of facts that share their certainty and sources.
struct ContentRow: Hashable {
  /// The names of the groups it stands in.
  let path: [String]
  let facts: [ContentFact]
  let evidence: ContentEvidence
}

/// A fact in words.
struct ContentFact: Hashable {
  let name: String
  let value: String
}

/// How well a group of facts is known and where it comes from, its own or that of what it stands in.
struct ContentEvidence: Hashable {
  let certainty: Certainty?
  let sources: [String]
}

extension Certainty {
  /// The mark of the resource with its meaning, as pages for a reviewer say it.
  public var legend: String {
    switch self {
    case .read: "S, read in a source"
    case .established: "K, not yet second-read"
    case .derived: "D, derived"
    case .uncertain: "U, uncertain"
    }
  }
}
