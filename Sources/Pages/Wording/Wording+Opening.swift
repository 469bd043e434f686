import Care
import PatientRecord
import Time

extension Wording {
  var title: String {
    switch audience {
    case .patient: "How things have been going"
    case .clinician: "Course review"
    case .researcher: "Course review with model checks"
    }
  }

  /// What this is, whose, as of which day and why that day, and for whom.
  func opening(_ material: Material) -> [String] {
    [
      purpose, "\(isPatient ? "Your record" : "Record"): \(material.patient.rawValue).",
      asOf(material),
    ]
      + [reader]
  }

  private var purpose: String {
    isPatient
      ? "This page looks back at what was entered about you, and at nothing else."
      : "Computed from the person's record alone. It diagnoses nothing and decides nothing."
  }

  private func asOf(_ material: Material) -> String {
    let today = DateText.day(material.today)
    guard let last = material.record?.days?.upperBound else {
      return "Looks back from \(today). Nothing had been entered by then."
    }
    let silence = material.today.days(since: last)
    guard silence > 0 else { return "Looks back from \(today), the last day with an entry." }
    return "Looks back from \(today). The last entry is from \(DateText.day(last)), "
      + "\(CountText.of(silence, "day")) earlier."
  }

  private var reader: String {
    switch audience {
    case .patient: "Made for you, the person it is about."
    case .clinician:
      "Made for the care team. It shows doses and probabilities that are not in the person's own "
        + "report."
    case .researcher:
      "Made for research: everything the care team sees, and how well the model did."
    }
  }

  /// The standard texts and how the numbers came about.
  func footer(_ material: Material) -> [String] {
    disclaimer + [
      "Computations version \(material.pipeline), looking back from \(material.moment). "
        + "Fingerprint of the record: \(material.digest)."
    ]
  }

  private var disclaimer: [String] {
    isPatient
      ? [
        "A score shows how you answered. It does not show who you are.",
        "This page is for your information. It is no medical advice, and no replacement for a "
          + "talk with your care team. Please change nothing about your treatment without them.",
      ]
      : [
        "For information and tracking: no diagnosis, no advice, no replacement for judgement. "
          + "Check the basis of each figure before relying on it; the decision stays yours.",
        "A score shows how a person answered, not who they are.",
      ]
  }
}
