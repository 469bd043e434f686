extension KnowledgeError: CustomStringConvertible {
  /// One line that names the place, the problem and the cure.
  public var description: String {
    let place = [document, line.map { "line \($0)" }, record, field].compactMap { $0 }
    return (place + [problem.description]).joined(separator: ": ")
  }
}

extension KnowledgeError.Problem: CustomStringConvertible {
  /// The problem and its cure in one sentence.
  public var description: String {
    switch self {
    case .resourcesMissing(let name):
      "the bundled resource \(name) cannot be read; install the program's resource folder beside it"
    case .malformed(let reason): "this is not well-formed YAML: \(reason)"
    case .unknownKey(let key):
      "the key '\(key)' is not known here; remove it or correct its spelling"
    case .missing: "a value is needed here"
    case .unexpected(let found, let expected): "found \(found); expected \(expected)"
    case .uncertain: "the fact is marked uncertain (U); verify it or leave it out"
    case .unsourced: "the fact names no source; name at least one"
    case .unknownSource(let id): "the source '\(id)' is not in the list of sources; add it there"
    case .unread:
      "the fact is marked as read (S) but none of its sources was; mark it K or read a source"
    case .duplicate(let name): "'\(name)' is used twice; keep one"
    case .inconsistent(let reason): reason
    case .unknownInstrument(let id): "there is no instrument '\(id)'"
    case .unknownItem(let id): "there is no item '\(id)' in this instrument"
    case .notAnOption(let value, let offered):
      "\(value) is no answer here; the options are \(offered.map(String.init).joined(separator: ", "))"
    case .scoreOnly: "the instrument ships without items; record its total instead"
    }
  }
}
