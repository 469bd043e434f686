/// The treatments that a study may name.
public struct Treatments: Sendable {
  private let byName: [String: Treatment]

  /// A collection of treatments.
  ///
  /// - Parameter treatments: the treatments; of two with one name the later counts.
  public init(_ treatments: [Treatment]) {
    byName = Dictionary(treatments.map { ($0.id, $0) }) { $1 }
  }

  /// Their names in order.
  public var names: [String] { byName.keys.sorted() }

  /// Finds a treatment.
  ///
  /// - Parameter name: its name.
  /// - Returns: the treatment.
  /// - Throws: ``SimulationError/unknownTreatment(name:known:)``.
  public func named(_ name: String) throws(SimulationError) -> Treatment {
    guard let treatment = byName[name] else {
      throw .unknownTreatment(name: name, known: names)
    }
    return treatment
  }

  /// The same treatments with some of their numbers changed.
  ///
  /// - Parameter change: changes one treatment.
  /// - Returns: the changed collection.
  public func changing(_ change: (inout Treatment) -> Void) -> Treatments {
    Treatments(
      names.compactMap { byName[$0] }.map { treatment in
        var treatment = treatment
        change(&treatment)
        return treatment
      })
  }
}
