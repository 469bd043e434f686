import Charts
import HTML

/// What every page has around its content: no script, no network, for screen and paper.
struct PageFrame {
  let title: String
  let lines: [String]
  /// What the link to the content says.
  let skip: String
  let main: HTML
  let footer: [String]

  /// The whole page.
  var page: HTML {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="robots" content="noindex">
    <title>\(title)</title>
    <style>
    \(HTML(raw: ReportStyle.sheet))
    \(HTML(raw: Figure.stylesheet))
    </style>
    </head>
    <body>
    <a class="skip" href="#main">\(skip)</a>
    <header>
    <h1>\(title)</h1>
    \(each: lines, paragraph)</header>
    <main id="main">
    \(main)</main>
    <footer>
    \(each: footer, paragraph)</footer>
    </body>
    </html>

    """
  }
}
