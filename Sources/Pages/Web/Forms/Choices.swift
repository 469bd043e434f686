import HTML

/// One of several answers to choose from.
public struct Choice: Hashable, Sendable {
  /// What a form sends.
  public let id: String
  /// What is shown.
  public let words: String

  /// Creates an answer.
  ///
  /// - Parameters:
  ///   - id: what a form sends.
  ///   - words: what is shown.
  public init(id: String, words: String) {
    self.id = id
    self.words = words
  }
}

/// Round buttons of which one is chosen.
struct Choices {
  let name: FormField
  let legend: String
  let choices: [Choice]
  let chosen: String
  let problems: [FormProblem]

  var view: HTML {
    """
    <fieldset class="field\(wrong.isEmpty ? "" : " wrong")"\(described)>
    <legend>\(legend)</legend>
    \(why)\(each: Array(choices.enumerated()), choice)</fieldset>

    """
  }

  private var wrong: [FormProblem] { problems.filter { $0.field == name } }

  private var described: HTML {
    .attribute("aria-describedby", wrong.isEmpty ? nil : "\(name.rawValue)-problem")
  }

  private var why: HTML? {
    guard !wrong.isEmpty else { return nil }
    let text = wrong.map(\.text).joined(separator: " ")
    return
      "<p class=\"why\" id=\"\(name.rawValue)-problem\"><strong>Problem:</strong> \(text)</p>\n"
  }

  /// The first carries the field's own name, so that the summary's link leads to it.
  private func choice(_ pair: (offset: Int, element: Choice)) -> HTML {
    let id = pair.offset == 0 ? name.rawValue : "\(name.rawValue)-\(pair.offset)"
    return """
      <div class="choice"><input type="radio" id="\(id)" name="\(name.rawValue)" \
      value="\(pair.element.id)"\(pair.element.id == chosen ? " checked" : "")>\
      <label for="\(id)">\(pair.element.words)</label></div>

      """
  }
}
