import Care
import PatientRecord

extension Section {
  /// Open signals by what was seen, so that a long list stays short.
  init(_ part: SignalsPart, id: String, in material: Material) {
    let wording = material.wording
    self.init(id: id, summary: wording.signalsSummary(part), wording: wording)
    var titles: [String] = []
    for signal in part.open where !titles.contains(signal.title) { titles.append(signal.title) }
    facts = titles.compactMap { title in
      let group = part.open.filter { $0.title == title }
      return group.first.map { first in
        Fact(
          name: title, value: wording.signals(group),
          note: [first.look, SignalText.task(first), SignalText.source(first)]
            .compactMap(\.self).joined(separator: " "),
          isFlagged: first.urgency == .now)
      }
    }
  }

  init(_ part: SafetyPlanPart, id: String, in material: Material) {
    let wording = material.wording
    self.init(id: id, summary: wording.planSummary(part), wording: wording)
    facts = part.components.compactMap { component in
      guard component.lines.isEmpty else {
        return Fact(name: component.title, value: component.lines.joined(separator: "; "))
      }
      guard !component.isOptional else { return nil }
      return Fact(name: component.title, value: "not filled in yet", note: component.prompt)
    }
  }
}
