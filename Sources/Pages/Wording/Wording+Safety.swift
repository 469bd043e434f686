import Care
import Knowledge

extension Wording {
  func safetySummary(_ part: SafetyPart) -> [String] {
    asked(part)
      + (isPatient
        ? [
          "These answers are shown as you gave them. They are never averaged, and a skipped "
            + "question is never filled in."
        ]
        : [
          "Raw answers: never averaged, smoothed or filled in. A skipped question is unknown, and an "
            + "answer of 0 does not exclude risk."
        ])
  }

  private func asked(_ part: SafetyPart) -> [String] {
    let questions = Set(part.items.compactMap(\.wording)).sorted().map { "“\($0)”" }
    return questions.isEmpty ? [] : ["Asked: \(CountText.list(questions))."]
  }

  func answer(_ answer: SafetyPart.Answer) -> String {
    guard case .given(let value) = answer.answer else {
      return isPatient ? "not answered" : "unknown (not answered)"
    }
    return answer.label.map { "\(value) – \($0)" } ?? "\(value)"
  }

  /// The answer that calls for somebody, in one sentence.
  func positive(_ answer: SafetyPart.Answer, since: Help.Since) -> String {
    let day = DateText.day(answer.day)
    let words = answer.label.map { " (“\($0)”)" } ?? ""
    guard isPatient else {
      return "Scale item positive: the question about self-harm was answered "
        + "\(self.answer(answer)) on \(day)\(later(since)). "
        + "Your own protocol says what follows, and by when."
    }
    let said =
      "On \(day) you answered that thoughts of hurting yourself, or of being better off dead, "
      + "were there\(words). "
    return switch since {
    case .nothing, .unknown:
      said + "Thank you for saying so. You deserve support with this, now."
    case .otherwise:
      said + "If they are there now, or come back, you do not have to carry them alone."
    }
  }

  private func later(_ since: Help.Since) -> String {
    switch since {
    case .nothing: ", the latest answer"
    case .unknown: ", the latest answer that is known; the question was left open since"
    case .otherwise: ""
    }
  }

  func helpTitle(isPositive: Bool) -> String {
    guard isPatient else { return isPositive ? "Safety first" : "Help lines" }
    return isPositive ? "First: help is there for you" : "If it gets too much"
  }

  var helpNow: String {
    isPatient
      ? "If you might act on such thoughts, or are in danger, call your local emergency number "
        + "now, or ask somebody near you to stay with you."
      : "Help lines to hand on:"
  }

  var helpAlways: String {
    isPatient
      ? "You can call at any time, for any reason. In danger, call your local emergency number."
      : "Help lines to hand on:"
  }

  /// Nobody must believe that this report has called somebody.
  var nobodyNotified: String {
    isPatient
      ? "Nobody is told of your answers by this page, and nobody watches it. Please tell a person "
        + "you trust, or your care team."
      : "This report notifies nobody and is watched by nobody."
  }

  func contact(_ contact: HelpContact) -> (name: String, note: String) {
    let way: String? = contact.kind == .crisisText ? "By text message" : nil
    let notes = [way, contact.hours, contact.note].compactMap { $0 }
    return (contact.name, notes.joined(separator: ". "))
  }

  func unverified(_ contacts: [HelpContact]) -> String? {
    guard contacts.contains(where: { $0.verifiedOn == nil }) else { return nil }
    return "Not every contact here has been checked for this version. If one does not answer, "
      + "use another or your local emergency number."
  }

  func safetyGlance(_ part: SafetyPart) -> String? {
    let latest = part.items.compactMap(latest)
    guard let answer = latest.first(where: { $0.isPositive == true }) ?? latest.first else {
      return nil
    }
    let subject = isPatient ? "Your latest answer about self-harm" : "Latest answer about self-harm"
    return "\(subject): \(self.answer(answer)), \(DateText.day(answer.day))."
      + leftOpen(part, since: answer)
  }

  /// The positive answer of the latest day with one, else the latest answer, else the latest form.
  private func latest(_ item: SafetyPart.Item) -> SafetyPart.Answer? {
    let known = item.answers.filter { $0.isPositive != nil }
    return known.last { $0.day == known.last?.day && $0.isPositive == true } ?? known.last
      ?? item.answers.last
  }

  private func leftOpen(_ part: SafetyPart, since answer: SafetyPart.Answer) -> String {
    let later = part.items.flatMap(\.answers).filter { $0.isPositive == nil && $0.day > answer.day }
    guard let last = later.map(\.day).max() else { return "" }
    return " Not answered since, last on \(DateText.day(last))."
  }
}
