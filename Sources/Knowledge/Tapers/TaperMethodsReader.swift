/// Reads the document of kind `taperMethods`.
struct TaperMethodsReader {
  let library: Library
  let vocabulary: MedicineVocabulary
  let record: Object

  private static let keys: Set<String> = Library.recordKeys.union([
    "scope", "occupancy", "intervals", "proportional", "fallback", "risk", "forms", "measuring",
    "plausible", "advice", "withdrawal", "checklist",
  ])

  /// Checks the keys of a document.
  ///
  /// - Parameters:
  ///   - root: the whole document.
  ///   - library: the sources that may be cited.
  ///   - vocabulary: the words that may be used.
  /// - Throws: an error at the first unknown key.
  init(_ root: Field, library: Library, vocabulary: MedicineVocabulary) throws(KnowledgeError) {
    self.library = library
    self.vocabulary = vocabulary
    record = try root.object(keys: TaperMethodsReader.keys)
  }

  /// Reads the document.
  ///
  /// - Returns: the methods.
  /// - Throws: an error that names the field.
  func methods() throws(KnowledgeError) -> TaperMethods {
    let scope = try group("scope", ["flag", "weeksOfUse"])
    let forms = try group("forms", ["unsplittable"])
    let unsplittable: [MedicineFormID] = try forms.required("unsplittable")
      .listOfKnown(as: "form in the vocabulary") { vocabulary.forms[$0] != nil }
    return TaperMethods(
      flag: try flag(scope), weeksOfUse: try number(scope, "weeksOfUse", 0...520),
      scopeEvidence: try library.evidence(of: scope), occupancy: try occupancy(),
      intervals: try intervals(), proportional: try proportional(), fallback: try fallback(),
      risk: try risk(), unsplittable: Set(unsplittable),
      formsEvidence: try library.evidence(of: forms), measuring: try measuring(),
      plausible: try plausible(), advice: try advice(), withdrawal: try withdrawal(),
      checklist: try checklist(),
      provenance: try library.provenance(of: record))
  }

  /// Reads a group of facts.
  ///
  /// - Parameters:
  ///   - key: the key of the group.
  ///   - keys: the keys that the group may have beside its evidence.
  /// - Returns: the group.
  /// - Throws: an error at the first unknown key.
  func group(_ key: String, _ keys: Set<String>) throws(KnowledgeError) -> Object {
    try record.required(key).object(keys: keys.union(Library.evidenceKeys))
  }

  /// Reads a number that must be there.
  ///
  /// - Parameters:
  ///   - object: the group.
  ///   - key: the key of the number.
  ///   - allowed: the numbers that make sense.
  /// - Returns: the number.
  /// - Throws: an error when it is absent or makes no sense.
  func number(
    _ object: Object, _ key: String, _ allowed: ClosedRange<Double>
  ) throws(KnowledgeError) -> Double {
    try object.required(key).span(in: allowed).lowerBound
  }

  /// Reads the flag of a group.
  ///
  /// - Parameter object: the group.
  /// - Returns: the flag.
  /// - Throws: an error when the vocabulary has no such flag.
  func flag(_ object: Object) throws(KnowledgeError) -> MedicineFlagID {
    try object.required("flag").known(as: "flag in the vocabulary") {
      vocabulary.flags[$0] != nil
    }
  }

  private func occupancy() throws(KnowledgeError) -> TaperMethods.Occupancy {
    let object = try group("occupancy", ["paces", "band", "steadyHalfLives"])
    let names = Set(TaperMethods.Pace.allCases.map(\.rawValue))
    let fields = try object.required("paces").object(keys: names)
    var paces: [TaperMethods.Pace: TaperMethods.Fall] = [:]
    for pace in TaperMethods.Pace.allCases {
      let fall = try fields.required(pace.rawValue).object(keys: ["step", "lastStep"])
      paces[pace] = TaperMethods.Fall(
        step: try number(fall, "step", 0.1...100), lastStep: try number(fall, "lastStep", 0.1...100)
      )
    }
    return TaperMethods.Occupancy(
      paces: paces, band: try object.required("band").fraction(),
      steadyHalfLives: try number(object, "steadyHalfLives", 1...20),
      evidence: try library.evidence(of: object))
  }

  private func intervals() throws(KnowledgeError) -> TaperMethods.Intervals {
    let object = try group("intervals", ["shortest", "usual", "longestUsual", "longLived"])
    let slow = try object.required("longLived")
      .object(keys: Library.evidenceKeys.union(["flag", "shortest", "advised"]))
    let days = 1...365
    let shortest = try object.required("shortest").integer(in: days)
    let usual = try object.required("usual").integer(in: shortest...365)
    let slowest = try slow.required("shortest").integer(in: shortest...365)
    return TaperMethods.Intervals(
      shortest: shortest, usual: usual,
      longestUsual: try object.required("longestUsual").integer(in: usual...365),
      longLivedFlag: try flag(slow), longLivedShortest: slowest,
      longLivedAdvised: try slow.required("advised").integer(in: slowest...365),
      evidence: try library.evidence(of: object),
      longLivedEvidence: try library.evidence(of: slow))
  }

  private func proportional() throws(KnowledgeError) -> TaperMethods.Proportional {
    let object = try group("proportional", ["ratio", "lowRatio"])
    return TaperMethods.Proportional(
      ratio: try object.required("ratio").fraction(),
      lowRatio: try object.required("lowRatio").fraction(),
      evidence: try library.evidence(of: object))
  }
}
