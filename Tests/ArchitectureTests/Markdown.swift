import Foundation

/// A document with its links and the anchors that its headings give.
struct Markdown {
  let path: String
  let links: [Link]
  let anchors: Set<String>

  /// A link to another place, with the line that holds it.
  struct Link: Equatable {
    let line: Int
    let target: String
  }

  init(path: String, text: String) {
    var links: [Link] = []
    var anchors: Set<String> = []
    var isFenced = false
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if line.drop(while: \.isWhitespace).hasPrefix("```") { isFenced.toggle() }
      guard !isFenced else { continue }
      if line.hasPrefix("#") { anchors.insert(Markdown.anchor(of: line)) }
      let prose = line.replacing(#/`[^`]*`/#, with: "code")
      links += prose.matches(of: #/\]\(([^)\s]+)[^)]*\)/#)
        .map { Link(line: index + 1, target: String($0.1)) }
    }
    self.path = path
    self.links = links
    self.anchors = anchors
  }

  /// The anchor of a heading as forges make it: lower case, words joined by hyphens.
  static func anchor(of heading: Substring) -> String {
    String(
      heading.drop { $0 == "#" }.trimmingCharacters(in: .whitespaces).lowercased()
        .filter { $0.isLetter || $0.isNumber || " -_".contains($0) }
        .map { $0 == " " ? "-" : $0 })
  }

  /// The links within the project that lead nowhere.
  ///
  /// - Parameters:
  ///   - exists: whether a path from the root of the checkout is a file or a folder.
  ///   - documents: all documents by path, for the anchors.
  /// - Returns: one sentence for each broken link.
  func brokenLinks(exists: (String) -> Bool, documents: [String: Markdown]) -> [String] {
    links.compactMap { link in
      guard !link.target.contains("://"), !link.target.hasPrefix("mailto:") else { return nil }
      let parts = link.target.split(separator: "#", omittingEmptySubsequences: false)
      let file = parts[0].isEmpty ? path : resolve(String(parts[0]))
      guard exists(file) else { return "\(path):\(link.line): \(file) does not exist" }
      guard parts.count > 1, let document = documents[file] else { return nil }
      let anchor = String(parts[1])
      return document.anchors.contains(anchor)
        ? nil : "\(path):\(link.line): \(file) has no heading #\(anchor)"
    }
  }

  private func resolve(_ target: String) -> String {
    var parts = path.split(separator: "/").dropLast().map(String.init)
    for part in target.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(String(part)) }
    }
    return parts.joined(separator: "/")
  }
}
