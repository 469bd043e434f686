import Charts
import HTML

extension Section {
  /// The section as markup: words first, then the picture, then how sure and from what.
  var view: HTML {
    """
    <section class="part" id="\(id)">
    \(heading)\(words)\(facts.isEmpty ? nil : factList)\(figure?.html)\(numbers)\(points)\
    \(note(sureness, titled: sureTitle))\(note(used, titled: usedTitle))</section>

    """
  }

  private var heading: HTML? { title.map { "<h3>\($0)</h3>\n" } }

  private var words: HTML? {
    guard !summary.isEmpty else { return nil }
    return "<p>\(summary.joined(separator: " "))</p>\n"
  }

  private var factList: HTML {
    "<dl>\n\(each: facts, view)</dl>\n"
  }

  private func view(_ fact: Fact) -> HTML {
    """
    <div\(HTML.attribute("class", fact.isFlagged ? "flagged" : nil))><dt>\(fact.name)</dt>\
    <dd>\(fact.value)\(fact.note.map { "<small>\($0)</small>" as HTML })</dd></div>

    """
  }

  private var numbers: HTML? {
    table.map { table in
      """
      <div class="numbers\(table.rows.count > 30 ? " long" : "")" role="group" aria-label="\(table.caption)" tabindex="0">
      \(table.html)
      </div>

      """
    }
  }

  private var points: HTML? {
    list.isEmpty ? nil : "<ul>\n\(each: list, point)</ul>\n"
  }

  private func point(_ sentence: String) -> HTML { "<li>\(sentence)</li>\n" }

  private func note(_ sentences: [String], titled title: String) -> HTML? {
    guard !sentences.isEmpty else { return nil }
    return "<p class=\"note\"><strong>\(title)</strong> \(sentences.joined(separator: " "))</p>\n"
  }
}
