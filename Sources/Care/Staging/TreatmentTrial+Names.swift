public import Knowledge

extension TreatmentTrial.Agent {
  /// Finds what a name means.
  ///
  /// - Parameters:
  ///   - name: an identifier or a name, in any case.
  ///   - knowledge: the catalogue.
  public init(named name: String, in knowledge: Knowledge) {
    if let medicine = knowledge.medicines.medicine(named: name) {
      self = .medicine(medicine.id)
    } else if let treatment = knowledge.treatment(named: name) {
      self = .treatment(treatment.id)
    } else {
      self = .unknown(name)
    }
  }
}
