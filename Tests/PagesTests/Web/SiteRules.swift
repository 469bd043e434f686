/// What holds for every page of the site; each rule returns a sentence for what breaks it.
enum SiteRules {
  static func faults(in page: String) -> [String] {
    [TagBalance(page).fault].compactMap(\.self) + policy(page) + title(page) + helpFirst(page)
      + forms(page) + labels(page) + references(page)
  }

  /// Nothing that a strict content security policy refuses.
  private static func policy(_ page: String) -> [String] {
    var faults: [String] = []
    if page.contains(#/<script|<style|<iframe|<object/#) { faults.append("script or style inline") }
    for tag in page.matches(of: #/<[a-z][^<>]*>/#).map(\.output) {
      if tag.contains(#/\s(style|on[a-z]+)\s*=/#) { faults.append("inline manner: \(tag)") }
      if tag.contains(#/=\s*[^"\s]/#.anchorsMatchLineEndings()), !isQuoted(tag) {
        faults.append("not quoted: \(tag)")
      }
    }
    for match in page.matches(of: #/(?:href|action|src)="([^"]*)"/#) {
      let address = match.output.1
      let isKnown = ["/", "#", "tel:", "sms:", "https://", "otpauth://"].contains {
        address.hasPrefix($0)
      }
      if !isKnown || address.hasPrefix("//") { faults.append("address: \(address)") }
    }
    return faults
  }

  /// Whether each `=` outside of quotes is followed by a quote.
  private static func isQuoted(_ tag: Substring) -> Bool {
    let bare = tag.replacing(#/"[^"]*"/#, with: "\"")
    return !bare.contains(#/=[^"]/#)
  }

  /// A title that says nothing about anybody's health.
  private static func title(_ page: String) -> [String] {
    guard let title = page.firstMatch(of: #/<title>([^<]+)</title>/#)?.output.1 else {
      return ["no title"]
    }
    let words = ["patient", "record", "clinic", "depress", "crisis", "mood", "health", "suicid"]
    var faults = words.filter { title.lowercased().contains($0) }.map { "title says \($0)" }
    if !title.hasSuffix(" – Anamnesis") { faults.append("title: \(title)") }
    return faults
  }

  /// The way to help stands before the content, and outside of any form.
  private static func helpFirst(_ page: String) -> [String] {
    guard let help = page.firstRange(of: "href=\"/help\""), let main = page.firstRange(of: "<main")
    else { return ["no way to help"] }
    let before = page[..<help.lowerBound]
    return help.lowerBound < main.lowerBound && !before.contains("<form") ? [] : ["help comes late"]
  }

  /// Every form is sent, not asked for, and holds the value that says it is ours.
  private static func forms(_ page: String) -> [String] {
    page.matches(of: #/<form(?s)(.*?)<\/form>/#).flatMap { match -> [String] in
      let form = match.output.1
      var faults: [String] = []
      if !form.contains("method=\"post\"") { faults.append("a form that is not posted") }
      if !form.contains(#/action="\/[^"]*"/#) { faults.append("a form without a path") }
      if !form.contains("name=\"form-token\" value=\"sample-csrf\"") {
        faults.append("a form without csrf")
      }
      if form.contains(#/type="password"[^<>]*\svalue=/#) { faults.append("a password sent back") }
      return faults
    }
  }

  /// Every field has a label and says what may be filled in.
  private static func labels(_ page: String) -> [String] {
    page.matches(of: #/<input\s([^<>]*)>/#).map(\.output.1).flatMap { input -> [String] in
      if input.contains("type=\"hidden\"") { return [] }
      guard let id = input.firstMatch(of: #/id="([^"]*)"/#)?.output.1 else {
        return ["a field without id"]
      }
      var faults: [String] = []
      if !page.contains("<label for=\"\(id)\">") { faults.append("\(id) has no label") }
      if !input.contains("type=\"radio\""), !input.contains(#/autocomplete="[a-z-]+"/#) {
        faults.append("\(id) does not say what may be filled in")
      }
      return faults
    }
  }

  /// Identifiers are unique, and what names one finds it.
  private static func references(_ page: String) -> [String] {
    let ids = page.matches(of: #/\sid="([^"]*)"/#).map(\.output.1)
    let named =
      page.matches(of: #/href="#([^"]*)"/#).map(\.output.1)
      + page.matches(of: #/aria-(?:describedby|labelledby)="([^"]*)"/#)
      .flatMap { $0.output.1.split(separator: " ") }
    return Dictionary(grouping: ids, by: \.self).filter { $0.value.count > 1 }.keys
      .map { "two elements are called \($0)" }
      + named.filter { !ids.contains($0) }.map { "nothing is called \($0)" }
  }
}
