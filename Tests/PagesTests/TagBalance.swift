/// Finds elements that are not closed where they should be.
struct TagBalance {
  /// The first fault, `nil` when there is none.
  let fault: String?

  private static let void: Set<Substring> = ["meta", "br", "hr", "img", "link", "input"]

  init(_ page: String) {
    var open: [Substring] = []
    var fault: String?
    for tag in page.matches(of: #/<(\/?)([a-zA-Z][a-zA-Z0-9]*)((?:\s[^<>]*?)?)(\/?)>/#) {
      let name = tag.output.2
      if TagBalance.void.contains(name) || !tag.output.4.isEmpty { continue }
      if tag.output.1.isEmpty {
        open.append(name)
      } else if open.popLast() != name {
        fault = fault ?? "</\(name)> closes nothing"
      }
    }
    self.fault = fault ?? open.last.map { "<\($0)> is not closed" }
  }
}
