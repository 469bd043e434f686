import Charts
import HTML

/// What every page has around its content: no script, for screen and paper.
struct PageFrame {
  /// Where a page is read.
  enum Surroundings {
    /// In a file of its own, which needs no network: the style stands in it.
    case file
    /// On the site, under a title that others may see: the style is linked.
    case site(title: String, Visit, isHelp: Bool = false)
  }

  let title: String
  let lines: [String]
  /// What the link to the content says.
  let skip: String
  let main: HTML
  let footer: [String]
  var surroundings = Surroundings.file

  /// The whole page.
  var page: HTML {
    """
    <!DOCTYPE html>
    <html lang="en"\(HTML.attribute("class", bar == nil ? nil : "site"))>
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="robots" content="noindex">
    \(head)</head>
    <body>
    <a class="skip" href="#main">\(skip)</a>
    \(bar?.view)<header>
    <h1>\(title)</h1>
    \(each: lines, paragraph)</header>
    <main id="main">
    \(main)</main>
    <footer>
    \(each: footer, paragraph)\(bar?.footer)</footer>
    </body>
    </html>

    """
  }

  private var head: HTML {
    switch surroundings {
    case .file:
      """
      <title>\(title)</title>
      <style>
      \(HTML(raw: ReportStyle.sheet))
      \(HTML(raw: Figure.stylesheet))
      </style>

      """
    case .site(let title, _, _):
      """
      <title>\(title)</title>
      <link rel="stylesheet" href="\(Asset.style.path)">
      <link rel="icon" href="\(Asset.icon.path)" type="image/svg+xml">

      """
    }
  }

  private var bar: SiteBar? {
    guard case .site(_, let visit, let isHelp) = surroundings else { return nil }
    return SiteBar(visit: visit, isHelp: isHelp)
  }
}
