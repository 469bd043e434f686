import Care
import Knowledge

extension TrialAdequacy {
  /// The verdict in words.
  var words: String {
    switch self {
    case .adequate: "adequate"
    case .bySomeForms(let ways): "adequate by some forms (\(ways.joined(separator: "; ")))"
    case .inadequate(let reasons): "inadequate (\(reasons.joined(separator: "; ")))"
    case .cannotTell(let missing): "cannot tell: missing \(missing.joined(separator: ", "))"
    }
  }
}

extension TrialCount.Status {
  /// The status in words.
  var words: String {
    switch self {
    case .counted: "counted"
    case .perhaps(let reasons): "may count: \(reasons.joined(separator: "; "))"
    case .notCounted(let reasons): "not counted: \(reasons.joined(separator: "; "))"
    }
  }
}

extension StagingResult {
  /// The outcome in words.
  var words: String {
    switch outcome {
    case .exactly(let score): words(score)
    case .between(let low, let high): "between \(words(low)) and \(words(high))"
    case .outside(let reason): "not stageable: \(reason)"
    case .undetermined(let reason): "cannot tell: \(reason)"
    }
  }

  private func words(_ score: Score) -> String {
    guard let label = score.label else { return score.points.short }
    return method == .thaseRush ? "stage \(label)" : "\(score.points.short) (\(label))"
  }
}

extension StagingAssessment.CheckResult.Finding {
  /// The finding in words.
  var words: String {
    switch self {
    case .found(let places): places.isEmpty ? "yes" : "yes: \(places.joined(separator: "; "))"
    case .notFound: "no"
    case .open(let missing):
      missing.isEmpty ? "open" : "open: \(missing.joined(separator: "; "))"
    }
  }
}

extension ClosedRange<Double> {
  /// The range, or its one number.
  var span: String {
    lowerBound == upperBound ? lowerBound.short : "\(lowerBound.short) to \(upperBound.short)"
  }
}

extension Evidence {
  /// The certainty and the sources in words.
  var words: String {
    let note = note.map { " \($0)" } ?? ""
    return "\(certainty.words) [\(sources.map(\.id.rawValue).joined(separator: ", "))].\(note)"
  }
}

extension Certainty {
  /// How well a fact is known, in words; what was not read is called so.
  var words: String {
    switch self {
    case .read: "read in a source"
    case .established: "general knowledge, not yet second-read"
    case .derived: "derived or a convention of this project"
    case .uncertain: "uncertain"
    }
  }
}
