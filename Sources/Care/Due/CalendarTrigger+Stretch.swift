import Knowledge
import Time

extension CalendarTrigger {
  /// Whether a course begins it.
  func includes(_ stretch: TreatmentStretch, _ medicines: MedicineCatalogue) -> Bool {
    if let kind = stretch.courseKind, courseKinds.contains(kind) { return true }
    if let kind = stretch.sessionKind, sessionKinds.contains(kind) { return true }
    if let treatment = stretch.treatment, treatments.contains(treatment) { return true }
    guard let medicine = stretch.medicine.flatMap({ medicines.medicines[$0] }) else { return false }
    return includes(medicine)
  }
}
