/// What is known about stepping down medicines.
public struct TaperCatalogue: Hashable, Sendable {
  /// Classes whose medicines have no data from dose to occupancy.
  struct WithheldClasses: Hashable, Sendable {
    let classes: Set<MedicineClassID>
    let withheld: OccupancyData.Withheld
  }

  /// How doses are stepped down; nil when no document says.
  public let methods: TaperMethods?
  /// The records by medicine.
  public let records: [MedicineID: TaperRecord]
  let withheldClasses: [WithheldClasses]

  /// What is known about the occupancy of a medicine.
  ///
  /// - Parameter medicine: the medicine.
  /// - Returns: its model or why there is none, from its own record or else from its class; nil when
  ///   neither says anything.
  public func occupancy(of medicine: Medicine) -> OccupancyData? {
    if let record = records[medicine.id] { return record.occupancy }
    return withheldClasses.first { $0.classes.contains(medicine.medicineClass) }
      .map { .withheld($0.withheld) }
  }
}
