public import Knowledge

/// What names of medicines in a record mean: identifiers, the classes and flags they carry, and how
/// serotonergic they are.
///
/// A name that is not here keeps its own words as identifier, carries no class, and is not listed:
/// nothing is guessed about it.
public struct MedicineDirectory: Hashable, Sendable {
  /// Identifiers by name in lower case.
  public let identifiers: [String: String]
  /// Classes and flags by identifier.
  public let classes: [String: Set<String>]
  /// How serotonergic medicines are, by identifier; those without a grade are left out.
  public let serotonergicGrades: [String: ClosedRange<Double>]
  /// The classes of which each medicine has exactly one. Flags are none: a medicine without a flag is
  /// not thereby known to be without the property.
  public let exclusiveClasses: Set<String>

  /// Creates a directory.
  ///
  /// - Parameters:
  ///   - identifiers: identifiers by name; letter case does not matter.
  ///   - classes: classes and flags by identifier.
  ///   - serotonergicGrades: how serotonergic medicines are, by identifier.
  ///   - exclusiveClasses: the classes of which each medicine has exactly one.
  public init(
    identifiers: [String: String] = [:], classes: [String: Set<String>] = [:],
    serotonergicGrades: [String: ClosedRange<Double>] = [:], exclusiveClasses: Set<String> = []
  ) {
    self.identifiers = Dictionary(identifiers.map { ($0.key.lowercased(), $0.value) }) { first, _ in
      first
    }
    self.classes = classes
    self.serotonergicGrades = serotonergicGrades
    self.exclusiveClasses = exclusiveClasses
  }

  /// Reads the catalogue of medicines, and the treatments in which one is given.
  ///
  /// - Parameter knowledge: the catalogue.
  public init(_ knowledge: Knowledge) {
    var identifiers: [String: String] = [:]
    var classes: [String: Set<String>] = [:]
    var grades: [String: ClosedRange<Double>] = [:]
    for treatment in knowledge.treatments.values {
      guard let medicine = treatment.medicine?.rawValue else { continue }
      let names = [treatment.id.rawValue, treatment.name] + treatment.otherNames
      for name in names { identifiers[name.lowercased()] = medicine }
    }
    for medicine in knowledge.medicines.medicines.values {
      let id = medicine.id.rawValue
      let names = [id, medicine.name] + medicine.otherNames
      for name in names { identifiers[name.lowercased()] = id }
      classes[id] = Set(medicine.flags.keys.map(\.rawValue)).union([
        medicine.medicineClass.rawValue
      ])
      grades[id] = medicine.scores?.serotonergic
    }
    self.identifiers = identifiers
    self.classes = classes
    serotonergicGrades = grades
    exclusiveClasses = Set(knowledge.medicines.vocabulary.classes.keys.map(\.rawValue))
  }

  /// The identifier of a medicine.
  ///
  /// - Parameter name: its name as the record has it.
  /// - Returns: the directory's identifier, else the name itself in lower case with hyphens.
  public func identifier(for name: String) -> String {
    if let known = identifiers[name.lowercased()] { return known }
    let own = hyphenated(name)
    return identifiers[own] ?? own
  }

  /// Whether anything is known about a medicine.
  ///
  /// - Parameter id: its identifier.
  /// - Returns: false for names that no record of the catalogue has.
  public func isListed(_ id: String) -> Bool { classes[id] != nil }
}

/// A name in lower case whose spaces and underscores are hyphens, as resources write identifiers.
func hyphenated(_ name: String) -> String {
  let words = name.lowercased().split { $0.isWhitespace || $0 == "_" || $0 == "-" }
  return words.joined(separator: "-")
}
