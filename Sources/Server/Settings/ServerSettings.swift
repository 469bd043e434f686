/// All settings with where each comes from: an option before the environment, before the file,
/// before what is built in.
public struct ServerSettings: Sendable {
  private let settings: [Setting: Sourced]

  /// Puts settings together.
  ///
  /// - Parameters:
  ///   - options: what stood on the command line.
  ///   - environment: the process's environment.
  ///   - file: the file of settings and its name, if there is one.
  /// - Throws: ``SettingsError`` for the first that cannot be used.
  public init(
    options: [Setting: String] = [:], environment: [String: String] = [:],
    file: (path: String, text: String)? = nil
  ) throws(SettingsError) {
    var settings: [Setting: Sourced] = [:]
    for setting in Setting.allCases {
      guard let standard = setting.standard else { continue }
      settings[setting] = Sourced(value: standard, place: "built in")
    }
    if let file {
      let read = try SettingsFile.read(file.text, path: file.path)
      settings.merge(read) { $1 }
    }
    settings.merge(try SettingsFile.read(environment: environment)) { $1 }
    for (setting, value) in options {
      settings[setting] = Sourced(value: value, place: setting.flag)
    }
    self.settings = settings.filter { !$0.value.value.isEmpty }
    try check()
  }

  /// The value of a setting.
  public subscript(_ setting: Setting) -> String? { settings[setting]?.value }

  /// Where a setting comes from, for people.
  public func origin(of setting: Setting) -> String { settings[setting]?.place ?? "not set" }

  private func check() throws(SettingsError) {
    for setting in [Setting.port, .metricsPort] { try check(setting, 0...65_535) }
    try check(.requestRate, 0...1_000_000)
    try check(.connections, 1...100_000)
    try check(.addressConnections, 0...100_000)
    try check(.requestSeconds, 1...3_600)
    try check(.stopSeconds, 1...3_600)
    for address in list(.trustedProxy) where ClientAddress(address) == nil {
      throw bad(.trustedProxy, "\(address) is no address; write 10.0.0.1 or 2001:db8::1")
    }
    if let word = self[.readTrail], !["before", "soon"].contains(word) {
      throw bad(.readTrail, "is \(word); write before or soon")
    }
    if let word = self[.registration], !["on", "off"].contains(word) {
      throw bad(.registration, "is \(word); write on or off")
    }
    if let level = self[.logLevel], !["info", "warning", "error"].contains(level) {
      throw bad(.logLevel, "is \(level); write info, warning or error")
    }
    if self[.tlsKey] != nil, self[.tlsCertificate] == nil {
      throw .missing(.tlsCertificate, neededBy: Setting.tlsKey.flag)
    }
    if self[.tlsCertificate] != nil, self[.tlsKey] == nil {
      throw .missing(.tlsKey, neededBy: Setting.tlsCertificate.flag)
    }
  }

  private func check(_ setting: Setting, _ range: ClosedRange<Int>) throws(SettingsError) {
    guard let text = self[setting] else { return }
    guard let number = Int(text), range.contains(number) else {
      throw bad(
        setting,
        "is \(text); write a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
  }

  private func bad(_ setting: Setting, _ reason: String) -> SettingsError {
    .badValue(setting: setting, place: origin(of: setting), reason: reason)
  }

  /// A number that was checked when the settings were put together.
  func number(_ setting: Setting) -> Int? { self[setting].flatMap { Int($0) } }

  /// Values that stand with commas between them.
  func list(_ setting: Setting) -> [String] {
    (self[setting] ?? "").split { $0 == "," || $0 == " " }.map(String.init)
  }
}
