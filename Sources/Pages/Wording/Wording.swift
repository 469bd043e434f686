import Care

/// Every sentence of a report, in English, for one audience.
///
/// Sentences for the person in treatment are short, calm and without terms of the trade; they never
/// name a medicine, a phase, a rule's verdict or a chance of getting worse.
struct Wording {
  let audience: Audience

  var isPatient: Bool { audience == .patient }
  var isResearcher: Bool { audience == .researcher }
}
