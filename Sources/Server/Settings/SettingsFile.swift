internal import Archive

/// Settings as a file or the environment holds them: a name and a value each.
enum SettingsFile {
  /// Reads a file as systemd reads an environment file: `NAME=value`, `#` begins a remark, quotes
  /// round a value are taken off.
  ///
  /// - Parameters:
  ///   - text: the file.
  ///   - path: its name, for messages.
  /// - Returns: the settings in it.
  /// - Throws: ``SettingsError`` that names the line.
  static func read(_ text: String, path: String) throws(SettingsError) -> [Setting: Sourced] {
    var settings: [Setting: Sourced] = [:]
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    for (index, line) in lines.enumerated() {
      let place = "\(path), line \(index + 1)"
      let line = trimmed(line)
      guard !line.isEmpty, !line.hasPrefix("#"), !line.hasPrefix(";") else { continue }
      guard let equals = line.firstIndex(of: "=") else { throw .notASetting(place: place) }
      let setting = try setting(String(trimmed(line[..<equals])), at: place)
      guard settings[setting] == nil else { throw .repeated(key: setting.key, place: place) }
      let value = unquoted(trimmed(line[line.index(after: equals)...]))
      settings[setting] = Sourced(value: value, place: place)
    }
    return settings
  }

  /// Reads the environment: what begins with `ANAMNESIS_`.
  ///
  /// - Throws: ``SettingsError`` for a name that is none of ours.
  static func read(
    environment: [String: String]
  ) throws(SettingsError) -> [Setting: Sourced] {
    var settings: [Setting: Sourced] = [:]
    // Names of tests are no settings of the server.
    let names = environment.keys.filter {
      $0.hasPrefix(Setting.prefix) && !$0.hasPrefix(Setting.prefix + "TEST_")
        && !Fault.variables.contains($0)
    }
    for name in names.sorted() {
      let setting = try setting(name, at: "environment")
      settings[setting] = Sourced(value: environment[name] ?? "", place: "environment \(name)")
    }
    return settings
  }

  private static func setting(_ key: String, at place: String) throws(SettingsError) -> Setting {
    guard let setting = Setting.allCases.first(where: { $0.key == key }) else {
      let near = Spelling.nearest(to: key, in: Setting.allCases.map(\.key))
      throw .unknown(key: key, place: place, suggestion: near)
    }
    return setting
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text.drop { $0.isWhitespace }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }

  private static func unquoted(_ text: Substring) -> String {
    guard text.count >= 2, let quote = text.first, quote == "\"" || quote == "'",
      text.last == quote
    else { return String(text) }
    return String(text.dropFirst().dropLast())
  }
}

/// A value and where it was set.
struct Sourced: Hashable, Sendable {
  let value: String
  let place: String
}
