/// Why settings cannot be used, and what to do about it.
public enum SettingsError: Error, Hashable, Sendable {
  /// Nothing goes by this name; perhaps another was meant.
  case unknown(key: String, place: String, suggestion: String?)
  /// A line of the file is no setting.
  case notASetting(place: String)
  /// A setting stands twice in one place.
  case repeated(key: String, place: String)
  /// The value cannot be used.
  case badValue(setting: Setting, place: String, reason: String)
  /// One setting needs another.
  case missing(Setting, neededBy: String)
}

extension SettingsError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .unknown(let key, let place, let suggestion):
      "\(place): there is no setting \(key); "
        + (suggestion.map { "did you mean \($0)?" }
          ?? "anamnesis config check --help lists the settings")
    case .notASetting(let place):
      "\(place): this is no setting; write NAME=value, or begin the line with # to leave it out"
    case .repeated(let key, let place): "\(place): \(key) is set twice; keep one"
    case .badValue(let setting, let place, let reason):
      "\(place): \(setting.flag) \(reason)"
    case .missing(let setting, let user):
      "\(user) needs \(setting.flag) as well; set \(setting.flag) or \(setting.key)"
    }
  }
}
