import Charts
import HTML

extension ReportModel {
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
    <title>\(header.title)</title>
    <style>
    \(HTML(raw: ReportStyle.sheet))
    \(HTML(raw: Figure.stylesheet))
    </style>
    </head>
    <body>
    <a class="skip" href="#main">\(skip)</a>
    <header>
    <h1>\(header.title)</h1>
    \(each: header.lines, paragraph)</header>
    <main id="main">
    \(help.isFirst ? help.view : nil)\(overview)\(each: chapters, \.view)\(help.isFirst ? nil : help.view)</main>
    <footer>
    \(each: footer, paragraph)</footer>
    </body>
    </html>

    """
  }

  private var overview: HTML? {
    guard !glances.isEmpty else { return nil }
    return """
      <section class="glance" aria-labelledby="glance">
      <h2 id="glance">\(glanceTitle)</h2>
      <ul>
      \(each: glances, glance)</ul>
      </section>

      """
  }

  private func glance(_ glance: Glance) -> HTML {
    "<li>\(glance.sentence) <a href=\"#\(glance.chapter)\" aria-label=\"\(glance.label)\">\(glance.more)</a></li>\n"
  }
}

func paragraph(_ sentence: String) -> HTML { "<p>\(sentence)</p>\n" }
