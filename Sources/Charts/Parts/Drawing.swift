internal import HTML

/// What a figure consists of once it has been drawn.
struct Drawing: Hashable {
  let heading: Heading
  /// The picture for a desk or paper.
  let svg: HTML
  /// The picture for a phone.
  let compactSVG: HTML
  /// The data in numbers; without rows when there is no data.
  let table: DataTable
  /// Phases, doses, gaps and change points around the data, where there are any.
  let surroundings: DataTable?
  let legend: [LegendEntry]
  let notes: [String]
  let words: ChartWords

  /// The whole figure: caption, picture, legend, summary, and a table that opens.
  var html: HTML {
    """
    <figure class="chart" id="\(heading.id)">
    <figcaption><strong>\(heading.title)</strong>\(caption)</figcaption>
    \(pictures)
    \(signs)<p class="chart-summary">\(heading.summary)</p>
    \(each: notes, note)\(numbers)</figure>

    """
  }

  private var caption: HTML {
    heading.caption.isEmpty ? .empty : " <span>\(heading.caption)</span>"
  }

  private var pictures: HTML {
    """
    <div class="chart-wide">\(svg)</div>
    <div class="chart-compact">\(compactSVG)</div>
    """
  }

  private var signs: HTML {
    guard !legend.isEmpty else { return .empty }
    return "<ul class=\"chart-legend\">\n\(each: legend, \.html)</ul>\n"
  }

  private func note(_ text: String) -> HTML { "<p class=\"chart-note\">\(text)</p>\n" }

  private var numbers: HTML {
    guard !table.rows.isEmpty || surroundings != nil else { return .empty }
    return """
      <details><summary>\(words.table)</summary>
      <div class="chart-table" role="group" aria-label="\(table.caption)" tabindex="0">
      \(table.html)\(surroundings.map { "\n\($0.html)" })
      </div></details>

      """
  }
}

extension Drawing {
  /// A figure that says that there is nothing to draw.
  static func empty(_ heading: Heading, headings: [String], words: ChartWords) -> Drawing {
    let table = DataTable(caption: heading.title, headings: headings, rows: [])
    return Drawing(
      heading: heading, svg: blank(.wide, heading, words),
      compactSVG: blank(.compact, heading, words), table: table, surroundings: nil,
      legend: [], notes: [],
      words: words)
  }

  private static func blank(_ size: FrameSize, _ heading: Heading, _ words: ChartWords) -> HTML {
    var canvas = Canvas(font: size.font)
    canvas.rectangle("c-empty", x: 0.5, y: 0.5, to: size.width - 0.5, 79.5)
    canvas.text("c-label", x: size.width / 2, y: 45, words.noData, anchor: .middle)
    return picture(
      of: canvas.markup, heading: heading, part: size.name, width: size.width, height: 80)
  }

  /// A drawing as an image with a title and a description.
  static func picture(
    of drawing: HTML, heading: Heading, part: StaticString, width: Double, height: Double
  ) -> HTML {
    let id = HTML(raw: "\(heading.id)-\(part)")
    let box = HTML(
      raw: "0 0 \(NumberText.coordinate(width)) \(NumberText.coordinate(height))")
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="\(box)" role="img" \
      aria-labelledby="\(id)-title \(id)-desc">
      <title id="\(id)-title">\(heading.title)</title>
      <desc id="\(id)-desc">\(heading.summary)</desc>
      \(drawing)</svg>
      """
  }
}
