internal import JSON
internal import PatientRecord

extension ClinicVocabulary {
  /// Names and short texts that many entries share.
  struct Names: Sendable {
    let coffee: Name
    let task: Name
    let taskVersion: Name
    let taskMeasure: Name
    let systolic: Name
    let diastolic: Name
    let bloodPressure: Name
    let weight: Name
    let thyrotropin: Name
    let careConsent: Name
    let researchConsent: Name
    let consentVersion: Name
    let diagnosisSystem: Name
    let sessionPoints: [Name]
    let called, broughtForward: FreeText

    init() throws(FieldError) {
      coffee = try Name("Coffee")
      task = try Name("autobiographical-memory")
      taskVersion = try Name("1")
      taskMeasure = try Name("specific memories")
      systolic = try Name("systolic")
      diastolic = try Name("diastolic")
      bloodPressure = try Name("blood pressure")
      weight = try Name("weight")
      thyrotropin = try Name("thyrotropin")
      careConsent = try Name("Use of the record in care")
      researchConsent = try Name("Use of the record in research")
      consentVersion = try Name("1")
      diagnosisSystem = try Name("http://hl7.org/fhir/sid/icd-10")
      sessionPoints = [try Name("Nothing eaten for six hours"), try Name("Has company home")]
      called = try FreeText("Called and talked; the plan for hard times was looked at together.")
      broughtForward = try FreeText("Called; the next visit is brought forward.")
    }
  }
}
