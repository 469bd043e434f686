import Foundation
import TestKit
import Testing

@testable import Interchange

@Suite struct DocumentationTests {
  private let text: String

  init() throws {
    let url = SharedData.checkout.appending(path: "docs/import.md")
    text = try String(contentsOf: url, encoding: .utf8)
  }

  /// The first cells of all table rows.
  private var documentedKeys: [String] {
    text.split(separator: "\n").compactMap { line in
      guard line.hasPrefix("| `") else { return nil }
      return line.dropFirst(3).split(separator: "`").first.map(String.init)
    }
  }

  @Test func `every key of a mapping is documented, and every documented key exists`() {
    let columnKeys = ColumnMeaning.Word.allCases.flatMap(\.keys)
    let keys = Set(Mapping.keys + TimeColumns.keys + columnKeys + ["as", "column"])
    #expect(Set(documentedKeys) == keys)
  }

  @Test func `every meaning and every word of a key is documented`() {
    let words =
      ColumnMeaning.Word.allCases.map(\.rawValue) + Separator.allCases.map(\.rawValue)
      + Mapping.Ambiguity.allCases.map(\.rawValue)
      + TimeColumns.ClockUnit.allCases.map(\.rawValue)
      + ColumnMeaning.ActivityMeasure.allCases.map(\.rawValue)
    for word in words { #expect(text.contains("`\(word)`"), "\(word)") }
  }

  @Test func `the mapping shown as an example is one`() throws {
    let yaml = try #require(text.split(separator: "```yaml\n").dropFirst().first)
    let example = try #require(yaml.split(separator: "```").first)
    #expect(try Mapping(String(example)).columns.map(\.column) == ["mood", "dose"])
  }
}
