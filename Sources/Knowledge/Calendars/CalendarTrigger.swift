/// What begins a calendar: a medicine, a treatment, sessions, or an answer about safety.
///
/// Any one of the names is enough. Kinds of courses and sessions are the words of the record.
public struct CalendarTrigger: Hashable, Sendable {
  /// The moment of a medicine's or a treatment's course from which is counted.
  public enum Moment: String, Hashable, Sendable, CaseIterable {
    /// Its beginning.
    case start
    /// The latest rise of a dose.
    case increase
    /// The first fall of a dose since it was started or raised.
    case decrease
    /// The latest day with a positive answer about safety; names nothing else.
    case positiveSafetyAnswer
  }

  /// The medicines.
  public let medicines: Set<MedicineID>
  /// The classes of medicines.
  public let medicineClasses: Set<MedicineClassID>
  /// The properties of medicines.
  public let medicineFlags: Set<MedicineFlagID>
  /// The treatments.
  public let treatments: Set<TreatmentID>
  /// The kinds of courses.
  public let courseKinds: Set<String>
  /// The kinds of sessions.
  public let sessionKinds: Set<String>
  /// From which moment is counted.
  public let moment: Moment

  /// Whether a medicine begins it.
  ///
  /// - Parameter medicine: the medicine.
  /// - Returns: true when it is named by itself, by its class or by a property.
  public func includes(_ medicine: Medicine) -> Bool {
    medicines.contains(medicine.id) || medicineClasses.contains(medicine.medicineClass)
      || medicineFlags.contains { medicine.flags[$0] != nil }
  }
}
