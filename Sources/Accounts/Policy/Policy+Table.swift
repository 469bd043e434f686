extension Policy {
  /// The table as lines of Markdown: a row for each permission, a column for each role.
  ///
  /// The documentation holds these lines, and a test compares the two.
  public static var markdown: [String] {
    let roles = Role.allCases
    let head = ["what"] + roles.map(\.rawValue) + ["anybody signed in"]
    let rows = Permission.allCases.map { permission in
      ["`\(permission.rawValue)`"]
        + (roles.map(Optional.some) + [nil]).map { role in
          rules(for: permission).filter { $0.role == role }.map(\.words).joined(separator: "; ")
        }
    }
    return ([head, head.map { _ in "---" }] + rows).map { cells in
      "| " + cells.map { $0.isEmpty ? "–" : $0 }.joined(separator: " | ") + " |"
    }
  }
}

extension PolicyRule {
  /// The rule in a few words.
  fileprivate var words: String { needsProof ? "\(condition.words), proof" : condition.words }
}

extension PolicyRule.Condition {
  fileprivate var words: String {
    switch self {
    case .anybody: "even without signing in"
    case .begun: "from the password on"
    case .always: "yes"
    case .ownRecord: "own record"
    case .careTeam: "care team"
    case .careTeamOrBreakGlass: "care team or emergency"
    case .consent(let kind): "consent: \(kind.rawValue)"
    }
  }
}
