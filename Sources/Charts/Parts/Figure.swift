public import HTML

/// A chart ready for a page: the picture in two widths, its words, its legend, and its numbers.
///
/// The page must hold ``stylesheet`` once, as a file or in a `<style>` element. Nothing in the
/// markup needs script, network, or inline style.
///
/// ## Topics
/// ### Putting it on a page
/// - ``html``
/// - ``stylesheet``
/// ### Its parts
/// - ``svg``
/// - ``compactSVG``
/// - ``table``
/// - ``heading``
public struct Figure: Hashable, Sendable {
  /// Name, title, caption and summary.
  public let heading: Heading
  /// The picture for a desk or paper.
  public let svg: HTML
  /// The picture for a phone, or nothing when there is no data.
  public let compactSVG: HTML
  /// Everything that was drawn, in numbers; without rows when there is no data.
  public let table: DataTable
  let legend: [LegendEntry]
  let notes: [String]
  let words: ChartWords

  /// The whole figure: caption, picture, legend, summary, and a table that opens.
  public var html: HTML {
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
    guard !compactSVG.isEmpty else { return svg }
    return """
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
    guard !table.rows.isEmpty else { return .empty }
    return """
      <details><summary>\(words.table)</summary>
      <div class="chart-table" role="region" aria-label="\(table.caption)" tabindex="0">
      \(table.html)
      </div></details>

      """
  }
}

extension Figure {
  /// A figure that says that there is nothing to draw.
  static func empty(_ heading: Heading, headings: [String], words: ChartWords) -> Figure {
    var canvas = Canvas(font: FrameSize.wide.font)
    canvas.rectangle("c-empty", x: 0.5, y: 0.5, to: 719.5, 79.5)
    canvas.text("c-label", x: 360, y: 45, words.noData, anchor: .middle)
    return Figure(
      heading: heading,
      svg: picture(of: canvas.markup, heading: heading, part: "wide", width: 720, height: 80),
      compactSVG: .empty,
      table: DataTable(caption: heading.title, headings: headings, rows: []),
      legend: [], notes: [], words: words)
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
