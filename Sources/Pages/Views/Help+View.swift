import HTML

extension Help {
  /// The box as markup.
  var view: HTML {
    """
    <section class="help\(isFirst ? " first" : "")" aria-labelledby="help">
    <h2 id="help">\(title)</h2>
    \(each: sentences, paragraph)<ul>
    \(each: lines, view)</ul>
    \(each: closing, quiet)</section>

    """
  }

  private func view(_ line: Line) -> HTML {
    "<li>\(name(of: line))\(number(of: line))\(note(of: line))</li>\n"
  }

  private func name(of line: Line) -> HTML {
    guard let address = line.address else { return "\(line.name)" }
    return "<a href=\"\(address)\">\(line.name)</a>"
  }

  private func number(of line: Line) -> HTML? {
    guard let number = line.number else { return nil }
    guard let link = line.link else { return ": <strong>\(number)</strong>" }
    return ": <a href=\"\(link)\"><strong>\(number)</strong></a>"
  }

  private func note(of line: Line) -> HTML? {
    line.note.isEmpty ? nil : " <small>\(line.note)</small>"
  }

  private func quiet(_ sentence: String) -> HTML { "<p class=\"quiet\">\(sentence)</p>\n" }
}
