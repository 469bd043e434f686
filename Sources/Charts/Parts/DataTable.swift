public import HTML

/// The numbers of a chart as rows of text.
public struct DataTable: Hashable, Sendable {
  /// What the table holds.
  public let caption: String
  /// Column headings; the first column names the rows.
  public let headings: [String]
  /// Rows as wide as the headings.
  public let rows: [[String]]

  /// Creates a table.
  ///
  /// - Parameters:
  ///   - caption: what the table holds.
  ///   - headings: column headings; the first column names the rows.
  ///   - rows: rows as wide as the headings.
  public init(caption: String, headings: [String], rows: [[String]]) {
    self.caption = caption
    self.headings = headings
    self.rows = rows
  }

  /// The table as markup, with scoped headings.
  public var html: HTML {
    """
    <table>
    <caption>\(caption)</caption>
    <thead><tr>\(each: headings, heading)</tr></thead>
    <tbody>
    \(each: rows, row)</tbody>
    </table>
    """
  }

  private func heading(_ text: String) -> HTML { "<th scope=\"col\">\(text)</th>" }

  private func row(_ cells: [String]) -> HTML {
    "<tr><th scope=\"row\">\(cells.first ?? "")</th>\(each: cells.dropFirst(), cell)</tr>\n"
  }

  private func cell(_ text: String) -> HTML { "<td>\(text)</td>" }
}
