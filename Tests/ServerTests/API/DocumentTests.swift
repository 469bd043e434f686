import Foundation
import HTTPTypes
import Testing

@testable import Accounts
@testable import Server

@Suite struct DocumentTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  @Test func `the table of routes in the documents is that of the server`() async throws {
    let table = try await TestInstallation().table()
    let document = try String(
      contentsOf: Self.root.appending(path: "docs/routes.md"), encoding: .utf8)
    let rows = document.split(separator: "\n").filter { $0.hasPrefix("| `") }.map(String.init)
    let missing = table.markdown.filter { !rows.contains($0) }
    let stale = rows.filter { !table.markdown.contains($0) }
    #expect(missing.isEmpty, "add: \(missing.joined(separator: "\n"))")
    #expect(stale.isEmpty, "remove: \(stale.joined(separator: "\n"))")
    #expect(rows == table.markdown, "the rows stand by path")
  }

  @Test func `the API's document names its paths and methods, and no others`() async throws {
    let routes = try await TestInstallation().table().routes.filter { $0.path.hasPrefix("/api/") }
    let described = APIDocument(Self.text)
    let wanted = Set(routes.map { "\($0.method.rawValue) \($0.path)" })
    #expect(Set(described.operations.keys) == wanted)
    #expect(wanted.count > 30)
  }

  @Test func `every route declares the answers that its guards can give`() async throws {
    let described = APIDocument(Self.text)
    for route in try await TestInstallation().table().routes where route.path.hasPrefix("/api/") {
      let name = "\(route.method.rawValue) \(route.path)"
      let declared = try #require(described.operations[name], "\(name)")
      var statuses: Set = ["400", "413", "503"]
      if route.permission != .open { statuses.formUnion(["401", "403"]) }
      if route.pace != .unlimited { statuses.insert("429") }
      if route.subject == .path { statuses.insert("404") }
      if route.bodyLimit > 0 { statuses.formUnion(["415", "422"]) }
      #expect(statuses.isSubset(of: declared), "\(name) lacks \(statuses.subtracting(declared))")
    }
  }

  @Test func `a document that lacks an operation is noticed`() {
    let cut = Self.text.replacing("  /api/entries:", with: "  /api/entry:")
    #expect(APIDocument(cut).operations["POST /api/entries"] == nil)
    #expect(APIDocument(Self.text).operations["POST /api/entries"]?.contains("507") == true)
  }

  private static var text: String {
    String(decoding: PackageResources.openapi_yaml, as: UTF8.self)
  }
}

/// What an OpenAPI document in this house's layout describes: operations and their statuses.
private struct APIDocument {
  var operations: [String: Set<String>] = [:]

  init(_ text: String) {
    var path = ""
    var operation = ""
    for line in text.split(separator: "\n") {
      if line == "components:" { return }
      let indent = line.prefix { $0 == " " }.count
      let word = line.dropFirst(indent).split(separator: ":").first.map(String.init) ?? ""
      switch indent {
      case 2 where word.hasPrefix("/"): path = word
      case 4 where ["get", "post", "put", "delete", "patch"].contains(word):
        operation = "\(word.uppercased()) \(path)"
        operations[operation] = []
      case 8 where word.hasPrefix("'"):
        operations[operation]?.insert(word.filter { $0 != "'" })
      default: break
      }
    }
  }
}
