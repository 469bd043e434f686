extension WindowsReader {
  private static let kernelKeys: Set<String> = Library.evidenceKeys.union([
    "id", "name", "layer", "measure", "anchor", "treatments", "sessionKinds", "medicineClasses",
    "form", "unit", "peak", "quarter", "box", "decay", "logSigma", "amplitude", "refractory",
    "onset", "published",
  ])

  private enum Form: String, CaseIterable { case biexponential, alpha, box, boxThenExponential }

  /// Reads the kernels.
  ///
  /// - Returns: the kernels in the order written.
  /// - Throws: an error that names the kernel and the field.
  func kernels() throws(KnowledgeError) -> [KernelDefinition] {
    var kernels: [KernelDefinition] = []
    for place in try places("kernels") { kernels.append(try kernel(place)) }
    return kernels
  }

  private func kernel(_ place: Field) throws(KnowledgeError) -> KernelDefinition {
    let object = try place.object(keys: WindowsReader.kernelKeys)
    let unit: KernelShape.Unit = try object.required("unit").choice()
    let anchor: KernelDefinition.Anchor = try object.required("anchor").choice()
    let classes: [MedicineClassID] =
      try object.optional("medicineClasses")?
      .listOfKnown(as: "class in the vocabulary") { medicines.vocabulary.classes[$0] != nil } ?? []
    guard (anchor == .dosing) == !classes.isEmpty else {
      throw place.failure(
        .inconsistent("classes of medicine belong to the anchor 'dosing' and to no other"))
    }
    return KernelDefinition(
      id: KernelID(rawValue: try object.required("id").text()),
      name: try object.required("name").text(), layer: try object.required("layer").choice(),
      measure: try object.required("measure").text(), anchor: anchor,
      treatments: try named(object),
      sessionKinds: try object.optional("sessionKinds")?.texts() ?? [],
      medicineClasses: classes, shape: try shape(object, unit), unit: unit,
      logSigma: try logSigma(object.required("logSigma")),
      amplitude: try amplitude(object),
      refractoryDays: try refractory(object, unit), onset: try object.optionalText("onset"),
      findings: try findings(of: object), evidence: try library.evidence(of: object),
      provenance: provenance)
  }

  /// The treatments of a record; each must be in the catalogue.
  func named(_ object: Object) throws(KnowledgeError) -> [TreatmentID] {
    try object.optional("treatments")?
      .listOfKnown(as: "treatment") { treatments.contains($0) } ?? []
  }

  private func shape(
    _ object: Object, _ unit: KernelShape.Unit
  ) throws(KnowledgeError) -> KernelShape {
    let form: Form = try object.required("form").choice()
    switch form {
    case .biexponential:
      let peak = try days(object.required("peak"), in: unit)
      let field = try object.required("quarter")
      let quarter = try days(field, in: unit)
      guard quarter > peak * KernelShape.leastQuarterRatio * (1 + 1e-9) else {
        throw field.failure(
          .inconsistent(
            "two exponentials fall to a quarter no sooner than 3.69 times the time of their peak; "
              + "give a later time or use the form 'alpha'"))
      }
      return .biexponential(peak: peak, quarter: quarter)
    case .alpha: return .alpha(peak: try days(object.required("peak"), in: unit))
    case .box:
      let box = try span(object.required("box"), in: unit)
      return .box(opens: box.lowerBound, closes: box.upperBound)
    case .boxThenExponential:
      let box = try span(object.required("box"), in: unit)
      return .boxThenExponential(
        opens: box.lowerBound, closes: box.upperBound,
        decay: try days(object.required("decay"), in: unit))
    }
  }

  private func logSigma(_ field: Field) throws(KnowledgeError) -> Double {
    let sigma = try field.number()
    guard (0...2).contains(sigma) else { throw field.failure(expected: "a number from 0 to 2") }
    return sigma
  }

  private func amplitude(_ object: Object) throws(KnowledgeError) -> Double {
    guard let field = object.optional("amplitude") else { return 1 }
    let amplitude = try field.number()
    guard amplitude > 0, amplitude <= 1 else {
      throw field.failure(expected: "a number above 0, at most 1")
    }
    return amplitude
  }

  private func refractory(
    _ object: Object, _ unit: KernelShape.Unit
  ) throws(KnowledgeError) -> Double? {
    guard let field = object.optional("refractory") else { return nil }
    return try days(field, in: unit)
  }
}
