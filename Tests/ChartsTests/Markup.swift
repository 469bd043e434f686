import Foundation
import FoundationXML

/// What a strict XML parser finds in markup.
final class Markup: NSObject, XMLParserDelegate {
  private(set) var isWellFormed = false
  private(set) var elements: [(name: String, attributes: [String: String], path: [String])] = []
  private(set) var text = ""
  private var path: [String] = []
  private var hasFailed = false

  init(_ markup: String) {
    super.init()
    let parser = XMLParser(data: Data("<body>\(markup)</body>".utf8))
    parser.delegate = self
    let hasParsed = parser.parse()
    isWellFormed = hasParsed && !hasFailed && path.isEmpty
  }

  func count(_ name: String, in parent: String? = nil) -> Int {
    elements.count { $0.name == name && (parent.map($0.path.contains) ?? true) }
  }

  func values(of attribute: String) -> [String] { elements.compactMap { $0.attributes[attribute] } }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    elements.append((name, attributes, path))
    path.append(name)
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    if path.popLast() != name { hasFailed = true }
  }

  func parser(_ parser: XMLParser, parseErrorOccurred parseError: any Error) { hasFailed = true }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }
}
