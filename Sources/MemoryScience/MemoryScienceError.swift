/// What keeps an analysis of memory from being made, with what would mend it.
public enum MemoryScienceError: Error, Hashable, Sendable, CustomStringConvertible {
  /// There is too little data.
  case tooFew(observed: Int, needed: Int, what: String)
  /// A value of the data cannot be used.
  case unusable(String)
  /// An option or a parameter is outside its range.
  case option(String)

  public var description: String {
    switch self {
    case .tooFew(let observed, let needed, let what):
      "not enough data yet for \(what): \(observed) observed, \(needed) needed"
    case .unusable(let reason), .option(let reason): reason
    }
  }
}
