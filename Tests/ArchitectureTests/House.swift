import Foundation
import TestKit

/// The checkout as the rules see it: its package, its plan, its sources, its documents.
struct House: Sendable {
  let report: PackageReport
  let plan: FloorPlan
  let folders: [String]
  let sources: [SwiftSource]
  let documents: [Markdown]

  /// Read once for all tests.
  static let checkout = Result { try House(at: SharedData.checkout) }

  private init(at root: URL) throws {
    report = try PackageReport.ask()
    plan = FloorPlan(
      markdown: try String(
        contentsOf: root.appending(path: "docs/architecture.md"), encoding: .utf8))
    folders = try FileManager.default
      .contentsOfDirectory(atPath: root.appending(path: "Sources").path)
      .filter { !$0.hasPrefix(".") }.sorted()
    sources = try House.files(below: "Sources", of: root, ending: ".swift")
      .map { SwiftSource(path: $0, text: try House.text($0, of: root)) }
    let pages = try FileManager.default.contentsOfDirectory(atPath: root.path)
      .filter { $0.hasSuffix(".md") }
    documents = try (pages + House.files(below: "docs", of: root, ending: ".md"))
      .map { Markdown(path: $0, text: try House.text($0, of: root)) }
  }

  /// The sources of the rooms on some floors.
  func sources(on floors: ClosedRange<Int>) -> [SwiftSource] {
    sources.filter { source in plan.floor(of: source.module).map(floors.contains) ?? false }
  }

  private static func files(below folder: String, of root: URL, ending: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: folder).path)
      .filter { $0.hasSuffix(ending) }.sorted().map { "\(folder)/\($0)" }
  }

  private static func text(_ path: String, of root: URL) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }
}
