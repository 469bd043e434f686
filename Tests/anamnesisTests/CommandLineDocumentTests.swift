import Foundation
import JSON
import TestKit
import Testing

/// `docs/command-line.md` and the program say the same.
@Suite struct CommandLineDocumentTests {
  /// Commands by their words, with their options.
  private let program: [String: Set<String>]
  private let sections: [String: Substring]

  init() throws {
    let run = try Program.run(["--experimental-dump-help"], in: Folder())
    let help = try JSONValue(parsing: Array(run.output.utf8))
    program = Self.commands(try #require(help["command"]), below: [])
    let page = try String(
      contentsOf: SharedData.checkout.appending(path: "docs/command-line.md"), encoding: .utf8)
    let parts = page.split(separator: "\n## ").dropFirst()
    sections = Dictionary(
      parts.compactMap { part in
        part.firstMatch(of: #/^`anamnesis ([a-z -]+)`\n/#).map { (String($0.1), part) }
      }, uniquingKeysWith: { first, _ in first })
  }

  private static func commands(
    _ command: JSONValue, below names: [String]
  ) -> [String: Set<String>] {
    guard case .string(let name) = command["commandName"], name != "help" else { return [:] }
    let path = names + [name]
    if case .array(let commands) = command["subcommands"],
      commands.contains(where: { $0["commandName"] != .string("help") })
    {
      return commands.map { Self.commands($0, below: path) }
        .reduce(into: [:]) { $0.merge($1) { first, _ in first } }
    }
    return [path.dropFirst().joined(separator: " "): options(command)]
  }

  private static func options(_ command: JSONValue) -> Set<String> {
    guard case .array(let arguments) = command["arguments"] else { return [] }
    let names = arguments.compactMap { argument -> String? in
      guard case .string(let name) = argument["preferredName"]?["name"],
        argument["kind"] != .string("positional")
      else { return nil }
      return "--\(name)"
    }
    return Set(names).subtracting(["--help", "--version"])
  }

  @Test func `the page has a section for each command and no other`() {
    #expect(program.count >= 6)
    #expect(Set(sections.keys) == Set(program.keys))
  }

  @Test func `a section lists the options of its command and no other`() {
    for (command, options) in program {
      let rows = sections[command]?.matches(of: #/\n\| `(--[a-z-]+)` \|/#) ?? []
      #expect(Set(rows.map { String($0.1) }) == options, "\(command)")
      #expect(rows.count == options.count, "\(command)")
    }
  }

  @Test func `an option named in passing exists`() {
    for (command, section) in sections {
      for match in section.matches(of: #/`?(--[a-z][a-z-]*)/#) {
        #expect(program[command]?.contains(String(match.1)) == true, "\(command): \(match.1)")
      }
    }
  }

  @Test func `a default on the page is the program's own`() throws {
    var compared = 0
    for command in program.keys {
      let help = try Program.run(
        command.split(separator: " ").map(String.init) + ["--help"], in: Folder())
      let text = help.output.replacing(#/\s+/#, with: " ")
      for match in (sections[command] ?? "").matches(
        of: #/default ([0-9][0-9.-]*[0-9]|[0-9])\s*\|/#)
      {
        #expect(text.contains("default: \(match.1))"), "\(command): \(match.1)")
        compared += 1
      }
    }
    #expect(compared >= 8)
  }
}
