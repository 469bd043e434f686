import HTML

/// The hidden value that says that a form is ours.
struct CSRF {
  let visit: Visit

  init(_ visit: Visit) { self.visit = visit }

  var view: HTML {
    "<input type=\"hidden\" name=\"\(FormField.csrf.rawValue)\" value=\"\(visit.csrf)\">"
  }
}

/// Something to send: what is entered and the button.
struct Form {
  let action: String
  let visit: Visit
  let button: String
  /// Whether it takes something away, which the button's look says beside its words.
  var isGrave = false
  /// What the button says where it is read alone.
  var label: String?
  /// What is sent without being shown.
  var hidden: [(FormField, String)] = []
  /// What it is about, where it holds words of one's own: they come back when the session has ended.
  var about: String?
  var content: HTML = .empty

  /// A form with fields of its own.
  var view: HTML {
    """
    <form class="form" method="post" action="\(action)" novalidate>
    \(CSRF(visit).view)\(each: hidden + keeping, hiddenInput)
    \(content)<p><button type="submit"\(look)>\(button)</button></p>
    </form>

    """
  }

  /// A form that is a button and nothing else.
  var small: HTML {
    """
    <form method="post" action="\(action)">\(CSRF(visit).view)\(each: hidden, hiddenInput)\
    <button class="small" type="submit"\(HTML.attribute("aria-label", label))>\(button)</button></form>

    """
  }

  private var keeping: [(FormField, String)] {
    guard let about, let owner = visit.formOwner else { return [] }
    return [(.owner, owner), (.about, about)]
  }

  private var look: HTML { isGrave ? " class=\"grave\"" : .empty }

  private func hiddenInput(_ pair: (FormField, String)) -> HTML {
    "<input type=\"hidden\" name=\"\(pair.0.rawValue)\" value=\"\(pair.1)\">"
  }
}

extension Form {
  /// What carries sealed words on to the next page.
  static func unsent(_ sealed: String) -> [(FormField, String)] {
    sealed.isEmpty ? [] : [(.unsent, sealed)]
  }
}
