import Care
import Knowledge
import PatientRecord
import Time

/// Reads one trial of a file of trials.
struct TrialReader {
  let place: MappingNode
  let knowledge: Knowledge

  private static let keys = [
    "name", "treatment", "other", "form", "role", "dose", "weeks", "steps", "sessions",
    "adherence", "response", "optimised", "ended", "source", "episode", "start", "end",
  ]

  /// Reads the trial.
  ///
  /// - Returns: the trial; what is left out is not recorded.
  /// - Throws: an error that names line, field and cure.
  func trial() throws(InterchangeError) -> TreatmentTrial {
    try place.expectKeys(TrialReader.keys)
    let (agent, name) = try agent()
    let (first, last) = try days()
    return TreatmentTrial(
      label: try place.child("name")?.text() ?? name, agent: agent,
      form: Recorded(try form(of: agent)),
      role: Recorded(try place.child("role")?.word(TreatmentTrial.Role.self)),
      exposures: try exposures(),
      sessions: Recorded(try place.child("sessions")?.number(in: 0...10_000)),
      adherence: Recorded(try place.child("adherence")?.number(in: 0...1)),
      response: Recorded(try place.child("response")?.word(StagingDefinitions.Response.self)),
      optimised: Recorded(try place.child("optimised")?.isYes()),
      ending: Recorded(try place.child("ended")?.word(TreatmentTrial.Ending.self)),
      origin: Recorded(try place.child("source")?.word(TreatmentTrial.Origin.self)),
      episode: Recorded(try place.child("episode")?.word(TreatmentTrial.Episode.self)),
      firstDay: Recorded(first), lastDay: Recorded(last))
  }

  private func agent() throws(InterchangeError) -> (TreatmentTrial.Agent, name: String) {
    if let other = place.child("other") {
      guard place.child("treatment") == nil else {
        throw other.error("treatment is given as well", cure: "keep one of treatment and other")
      }
      let name = try other.text()
      return (.unknown(name), name)
    }
    let field = try place.required(
      "treatment", cure: "write treatment: and its generic name, or other: for one without a record"
    )
    let name = try field.text()
    let agent = TreatmentTrial.Agent(named: name, in: knowledge)
    if case .unknown = agent {
      let known =
        knowledge.medicines.medicines.keys.map(\.rawValue).sorted()
        + knowledge.treatments.keys.map(\.rawValue).sorted()
      let near = nearest(to: name, among: known).map { "did you mean \($0)? " } ?? ""
      throw field.error(
        "\(name.quotedShort) is in no record of medicines or treatments",
        cure: "\(near)write its generic name, or other: \(name.quotedShort) to keep it as it is")
    }
    return (agent, name)
  }

  private func form(
    of agent: TreatmentTrial.Agent
  ) throws(InterchangeError) -> MedicineFormID? {
    guard let field = place.child("form") else { return nil }
    guard case .medicine(let id) = agent, let forms = knowledge.medicines.medicines[id]?.forms,
      !forms.isEmpty
    else {
      throw field.error("no forms of it are on record", cure: "leave the form out")
    }
    return MedicineFormID(rawValue: try field.word(among: forms.map(\.rawValue)))
  }

  /// The dose and weeks of the trial, or those of its steps.
  private func exposures() throws(InterchangeError) -> [TreatmentTrial.Exposure] {
    guard let steps = place.child("steps") else {
      guard place.child("dose") != nil || place.child("weeks") != nil else { return [] }
      return [try exposure(place)]
    }
    guard place.child("dose") == nil, place.child("weeks") == nil else {
      throw steps.error(
        "dose or weeks is given as well", cure: "write dose and weeks in each of the steps")
    }
    var exposures: [TreatmentTrial.Exposure] = []
    for step in try steps.items() {
      try step.expectKeys(["dose", "weeks"])
      exposures.append(try exposure(step))
    }
    return exposures
  }

  private func exposure(
    _ place: MappingNode
  ) throws(InterchangeError) -> TreatmentTrial.Exposure {
    TreatmentTrial.Exposure(
      dose: Recorded(try place.child("dose")?.amount()),
      weeks: Recorded(try place.child("weeks")?.number(in: 0...5_200)))
  }

  private func days() throws(InterchangeError) -> (first: Day?, last: Day?) {
    let first = try place.child("start")?.day()
    let last = try place.child("end")?.day()
    if let first, let last, last < first {
      throw place.error("it ends on \(last), before it begins", cure: "correct start or end")
    }
    return (first, last)
  }
}

extension MappingNode {
  /// The amount at this place: a number and a unit.
  ///
  /// - Returns: the amount.
  /// - Throws: that there is none.
  fileprivate func amount() throws(InterchangeError) -> TreatmentTrial.Amount {
    let text = try text()
    let parts = text.split(separator: " ", omittingEmptySubsequences: true).map(String.init)
    guard parts.count == 2, let number = parts[0].decimal, number.isFinite, number >= 0 else {
      throw error(
        "\(text.quotedShort) is no dose", cure: "write a number and a unit, such as 40 mg")
    }
    guard let unit = UCUM(rawValue: parts[1]) else {
      throw error(
        "\(parts[1].quotedShort) is no unit that the record knows",
        cure: "write a code of UCUM such as mg, ug, mg/kg or mmol/L")
    }
    return TreatmentTrial.Amount(number, unit.rawValue)
  }
}
