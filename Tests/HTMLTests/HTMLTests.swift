import HTML
import Testing

/// Replaces character by character: slow, plain, and independent of the code under test.
private func plainlyEscaped(_ text: String) -> String {
  text.unicodeScalars.map { scalar in
    switch scalar {
    case "&": "&amp;"
    case "<": "&lt;"
    case ">": "&gt;"
    case "\"": "&quot;"
    case "'": "&#39;"
    case "\t", "\n", "\r": String(scalar)
    case "\0"..<" ", "\u{7F}": "\u{FFFD}"
    default: String(scalar)
    }
  }.joined()
}

struct HTMLTests {
  @Test func `a literal stands as it was written`() {
    let markup: HTML = "<p class=\"note\">It's 5 > 4 & so on</p>"
    #expect(markup.text == "<p class=\"note\">It's 5 > 4 & so on</p>")
  }

  @Test(arguments: [
    ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
    ("\" onload=\"x", "&quot; onload=&quot;x"),
    ("' onload='x", "&#39; onload=&#39;x"),
    ("&lt;", "&amp;lt;"),
    ("</td>", "&lt;/td&gt;"),
    ("Zoë 日本 👩‍👩‍👧", "Zoë 日本 👩‍👩‍👧"),
    ("a\u{0}b\u{1B}c\u{7F}", "a\u{FFFD}b\u{FFFD}c\u{FFFD}"),
    ("tab\tline\r\n", "tab\tline\r\n"),
    ("", ""),
  ])
  func `text that is put in cannot become markup`(text: String, expected: String) {
    let markup: HTML = "\(text)"
    #expect(markup.text == expected)
    let slice: HTML = "\(text[...])"
    #expect(slice.text == expected)
  }

  @Test func `every byte pattern is escaped as a plain replacement would`() {
    var state: UInt64 = 7
    for _ in 0..<500 {
      let scalars = (0..<40).compactMap { _ -> Unicode.Scalar? in
        state = state &* 6_364_136_223_846_793_005 &+ 1
        let isPlain = (state >> 60) < 12
        return Unicode.Scalar(
          UInt32(truncatingIfNeeded: state >> 33) % (isPlain ? 0x80 : 0x11_0000))
      }
      let text = String(String.UnicodeScalarView(scalars))
      #expect(("\(text)" as HTML).text == plainlyEscaped(text))
    }
  }

  @Test func `a string literal put in is text, not markup`() {
    let markup: HTML = "<b>\("<i>")</b>"
    #expect(markup.text == "<b>&lt;i&gt;</b>")
  }

  @Test func `markup put into markup is not escaped twice`() {
    let inner: HTML = "<i>\("a & b")</i>"
    let outer: HTML = "<b>\(inner)</b>"
    #expect(outer.text == "<b><i>a &amp; b</i></b>")
  }

  @Test func `absent markup leaves nothing`() {
    let absent: HTML? = nil
    let present: HTML? = "<hr>"
    #expect(("[\(absent)][\(present)]" as HTML).text == "[][<hr>]")
  }

  @Test func `whole numbers are written with plain digits`() {
    #expect(("\(-1_234_567) \(UInt8.max)" as HTML).text == "-1234567 255")
  }

  @Test func `each item is shown by its view, and escaped`() {
    func row(_ name: String) -> HTML { "<li>\(name)</li>" }
    let list: HTML = "<ul>\(each: ["a", "<b>"], row)</ul>"
    #expect(list.text == "<ul><li>a</li><li>&lt;b&gt;</li></ul>")
    #expect(("\(each: [String](), row)" as HTML).isEmpty)
  }

  @Test func `an attribute is quoted and escaped, or left out`() {
    let link: HTML = "<a\(HTML.attribute("title", "\"><script>"))\(HTML.attribute("rel", nil))>"
    #expect(link.text == "<a title=\"&quot;&gt;&lt;script&gt;\">")
  }

  @Test func `only raw markup escapes escaping`() {
    #expect(HTML(raw: "<b>").text == "<b>")
    #expect((HTML(raw: "<b>") + "\("<")").text == "<b>&lt;")
    var markup = HTML.empty
    markup.append("<p>")
    #expect(markup.text == "<p>")
  }
}
