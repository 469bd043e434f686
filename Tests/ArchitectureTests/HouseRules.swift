/// The rules of the house; each returns one sentence for each place that breaks it.
enum HouseRules {
  /// The plan and the package name the same rooms, on the same floors, with the same imports.
  static func planMatches(_ plan: FloorPlan, _ report: PackageReport) -> [String] {
    let rooms = Dictionary(grouping: plan.rooms, by: \.name)
    var breaches = rooms.filter { $0.value.count > 1 }.keys.sorted()
      .map { "\($0) stands on two rows of the table" }
    for target in report.rooms {
      guard let room = rooms[target.name]?.first else {
        breaches.append("\(target.name) is a target, but no row of the table")
        continue
      }
      let system = Set(target.imports).intersection(report.systemLibraries)
      let ours = Set(target.imports).subtracting(system)
      breaches += difference(target.name, "imports", room.imports, ours)
      breaches += difference(
        target.name, "uses", room.libraries, system.union(target.libraries))
    }
    let built = Set(report.rooms.map(\.name))
    breaches += plan.rooms.filter { !built.contains($0.name) }
      .map { "\($0.name) is a row of the table, but no target" }
    breaches += plan.planned.filter { built.contains($0.name) }
      .map { "\($0.name) is built, but the table calls it planned" }
    return breaches
  }

  private static func difference(
    _ name: String, _ verb: String, _ written: Set<String>, _ real: Set<String>
  ) -> [String] {
    written.subtracting(real).sorted().map {
      "the table says that \(name) \(verb) \($0), the package does not"
    }
      + real.subtracting(written).sorted().map {
        "the package says that \(name) \(verb) \($0), the table does not"
      }
  }

  /// A room imports only from floors below its own.
  static func arrowsGoDown(_ plan: FloorPlan, _ report: PackageReport) -> [String] {
    report.rooms.flatMap { target -> [String] in
      guard let floor = plan.floor(of: target.name) else { return [] }
      return target.imports.compactMap { name in
        guard let below = plan.floor(of: name), below >= floor else { return nil }
        return "\(target.name) (floor \(floor)) imports \(name) (floor \(below))"
      }
    }
  }

  /// Each folder of `Sources` is a target.
  static func foldersAreRooms(_ folders: [String], _ report: PackageReport) -> [String] {
    folders.filter { folder in !report.rooms.contains { $0.path == "Sources/\(folder)" } }
      .map { "Sources/\($0) belongs to no target" }
  }

  /// A file imports only the rooms that the package lets its own import.
  ///
  /// The package manager does not see to this: a module that happens to be built already can be
  /// imported without being declared.
  static func importsAreDeclared(in source: SwiftSource, _ report: PackageReport) -> [String] {
    let ours = Set(report.rooms.map(\.name))
    guard let target = report.rooms.first(where: { $0.name == source.module }) else { return [] }
    return source.code.enumerated().compactMap { index, line in
      guard let match = line.firstMatch(of: #/\bimport\s+(?:\w+\s+)?(\w+)(?:\.\w+)*\s*$/#),
        ours.contains(String(match.1)), !target.imports.contains(String(match.1))
      else { return nil }
      return "\(source.path):\(index + 1): \(match.1) is not among the imports of \(target.name)"
    }
  }

  /// No file is longer than 300 lines.
  static func isShort(_ source: SwiftSource) -> [String] {
    source.lines.count > 300
      ? ["\(source.path): \(source.lines.count) lines; past 300 a file is two ideas"] : []
  }

  /// What a pure module may not say: traps, the clock, hidden randomness, the machine's settings.
  static let impure = [
    "try!", "as!", "fatalError(", "Date()", "Date.now", "UUID()", "Locale.current",
    "TimeZone.current", "Calendar.current", "SystemRandomNumberGenerator", "randomElement()",
    "shuffled()", "ContinuousClock", "SuspendingClock",
  ]

  /// The code neither traps by choice nor asks for anything that was not passed in.
  static func isPure(_ source: SwiftSource) -> [String] {
    source.code.enumerated().flatMap { index, line in
      impure.filter { contains($0, in: line) }.map { "\(source.path):\(index + 1): \($0)" }
    }
  }

  private static func contains(_ word: String, in line: String) -> Bool {
    line.ranges(of: word).contains { range in
      guard range.lowerBound > line.startIndex else { return true }
      let before = line[line.index(before: range.lowerBound)]
      return !(before.isLetter || before.isNumber || before == "_")
    }
  }
}
