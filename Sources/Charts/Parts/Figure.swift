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
/// - ``surroundings``
/// - ``heading``
public struct Figure: Hashable, Sendable {
  /// Name, title, caption and summary.
  public let heading: Heading
  /// The picture for a desk or paper.
  public let svg: HTML
  /// The picture for a phone.
  public let compactSVG: HTML
  /// The data in numbers; without rows when there is no data.
  public let table: DataTable
  /// Phases, doses, gaps and change points around the data, where there are any.
  public let surroundings: DataTable?
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

extension Figure {
  /// A figure that says that there is nothing to draw.
  static func empty(_ heading: Heading, headings: [String], words: ChartWords) -> Figure {
    let table = DataTable(caption: heading.title, headings: headings, rows: [])
    return Figure(
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
