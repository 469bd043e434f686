import HTML

extension Help {
  /// The box as markup.
  var view: HTML {
    """
    <section class="help\(isFirst ? " first" : "")" aria-labelledby="help">
    <h2 id="help">\(title)</h2>
    \(each: sentences, paragraph)<ul>
    \(each: lines, \.view)</ul>
    \(each: closing, quiet)</section>

    """
  }

  private func quiet(_ sentence: String) -> HTML { "<p class=\"quiet\">\(sentence)</p>\n" }
}

extension HelpLine {
  /// The line as markup.
  var view: HTML {
    let title: HTML = address.map { "<a href=\"\($0)\">\(name)</a>" } ?? "\(name)"
    return "<li>\(title)\(numbers)\(remark)</li>\n"
  }

  /// The line as markup, where a country's own page is at hand.
  var viewOnSite: HTML {
    guard let country else { return view }
    return "<li><a href=\"\(WebPath.help(in: country))\">\(name)</a>\(numbers)</li>\n"
  }

  private var numbers: HTML? {
    guard let first = ways.first else { return nil }
    return ": \(number(first))\(each: ways.dropFirst(), following)"
  }

  private func following(_ way: Way) -> HTML { ", \(number(way))" }

  private func number(_ way: Way) -> HTML {
    let name = way.name.map { " \($0)" } ?? ""
    guard let link = way.link else { return "<strong>\(way.number)</strong>\(name)" }
    return "<a href=\"\(link)\"><strong>\(way.number)</strong></a>\(name)"
  }

  private var remark: HTML? { note.isEmpty ? nil : " <small>\(note)</small>" }
}
