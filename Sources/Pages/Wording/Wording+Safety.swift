import Care
import Knowledge

extension Wording {
  func safetySummary(_ part: SafetyPart) -> [String] {
    asked(part) + reported(part) + (part.items.isEmpty ? [] : [howShown])
  }

  private var howShown: String {
    isPatient
      ? "These answers are shown as you gave them. They are never averaged, and a skipped "
        + "question is never filled in."
      : "Raw answers: never averaged, smoothed or filled in. A skipped question is unknown, and an "
        + "answer of 0 does not exclude risk."
  }

  /// The questions that may be shown, each with the form that asks it.
  private func asked(_ part: SafetyPart) -> [String] {
    let questions = part.items.compactMap { item in
      item.wording.map { "Asked in \(item.instrument): “\($0)”." }
    }
    return Set(questions).sorted()
  }

  /// What was told in words, not by an answer.
  private func reported(_ part: SafetyPart) -> [String] {
    part.concerns.compactMap { concern in
      guard case .report(let name) = concern.source, concern.isOwn || !isPatient else { return nil }
      return "Written down on \(DateText.day(concern.day)): “\(name)”."
    }
  }

  func answer(_ answer: SafetyPart.Answer) -> String {
    guard case .given(let value) = answer.answer else {
      return isPatient ? "not answered" : "unknown (not answered)"
    }
    return answer.label.map { "\(value) – \($0)" } ?? "\(value)"
  }

  /// What calls for somebody, by date, each sentence once.
  func concerns(_ concerns: [SafetyPart.Concern]) -> [String] {
    guard !concerns.isEmpty else { return [] }
    var said: [String] = []
    for concern in concerns {
      let sentence = isPatient ? own(concern) : team(concern)
      if !said.contains(sentence) { said.append(sentence) }
    }
    return said
      + [isPatient ? support(concerns) : "Your own protocol says what follows, and by when."]
  }

  private func own(_ concern: SafetyPart.Concern) -> String {
    let day = DateText.day(concern.day)
    let subject = "hurting yourself, or of being better off dead"
    guard concern.isOwn else { return "What somebody else noted on \(day) speaks of \(subject)." }
    return switch concern.source {
    case .form: "On \(day) your answers spoke of \(subject)."
    case .report:
      "On \(day) you wrote down something about hurting yourself or not wanting to live."
    }
  }

  private func support(_ concerns: [SafetyPart.Concern]) -> String {
    let current = concerns.filter { $0.since != .otherwise }
    guard !current.isEmpty else {
      return "If such thoughts are there now, or come back, you do not have to carry them alone."
    }
    return (current.contains(where: \.isOwn) ? "Thank you for saying so. " : "")
      + "You deserve support with this, now."
  }

  private func team(_ concern: SafetyPart.Concern) -> String {
    let day = DateText.day(concern.day)
    guard case .form(let name) = concern.source else {
      return "Recorded in words: \(concern.words), on \(day)."
    }
    let later =
      switch concern.since {
      case .nothing: "the latest \(name)"
      case .unknown: "the latest \(name) with an answer; the question was left open since"
      case .otherwise: "answered otherwise in a later \(name)"
      }
    return "Scale item positive: \(concern.words), on \(day), \(later)."
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
    let positive = latest.filter { $0.isPositive == true }
    guard let answer = (positive.isEmpty ? latest : positive).max(by: { $0.day < $1.day }) else {
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
