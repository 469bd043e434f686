internal import Accounts
internal import HTTPTypes

extension RouteTable {
  /// The routes as rows of Markdown, by path.
  ///
  /// The documentation holds these rows, and a test compares the two; whoever tries every route as
  /// everybody takes them from there.
  var markdown: [String] {
    routes.sorted { ($0.path, $0.method.rawValue) < ($1.path, $1.method.rawValue) }.map { route in
      "| `\(route.method)` | `\(route.path)` | `\(route.permission)` | \(route.subject) |"
    }
  }
}
