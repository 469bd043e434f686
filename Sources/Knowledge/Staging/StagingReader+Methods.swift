extension StagingReader {
  /// Reads the hierarchy of Thase and Rush.
  ///
  /// - Returns: the stages.
  /// - Throws: an error that names the field.
  func thaseRush() throws(KnowledgeError) -> ThaseRushDefinition {
    let object = try group("thaseRush", keys: ["weeks", "none", "stages"])
    var stages: [ThaseRushDefinition.Stage] = []
    for field in try object.required("stages").list() {
      let stage = try field.object(keys: ["label", "failures", "classes", "class", "treatment"])
      stages.append(
        ThaseRushDefinition.Stage(
          label: try stage.required("label").text(),
          failures: try stage.optional("failures")?.integer(in: 0...100) ?? 0,
          classes: try stage.optional("classes")?.integer(in: 0...100) ?? 0,
          medicineClass: try stage.optional("class")?.known(as: "class in the vocabulary") {
            medicines.vocabulary.classes[$0] != nil
          },
          treatment: try stage.optional("treatment")?
            .known(as: "treatment", treatments.contains)))
    }
    return ThaseRushDefinition(
      weeks: try weeks(object),
      none: try object.required("none").object(keys: ["label"]).required("label").text(),
      stages: stages, evidence: try library.evidence(of: object))
  }

  /// Reads the Maudsley method.
  ///
  /// - Returns: the points and the bands.
  /// - Throws: an error when steps or bands leave a gap.
  func maudsley() throws(KnowledgeError) -> MaudsleyDefinition {
    let object = try group(
      "maudsley",
      keys: [
        "weeks", "durationMonths", "severity", "failures", "augmentationUsed", "ectUsed", "bands",
      ])
    var severity: [MaudsleyDefinition.Severity] = []
    for field in try object.required("severity").list() {
      let grade = try field.object(keys: ["id", "points"])
      severity.append(
        MaudsleyDefinition.Severity(
          id: try grade.required("id").text(),
          points: try grade.required("points").integer(in: 0...100)))
    }
    guard !severity.isEmpty else { throw try object.required("severity").failure(.missing) }
    return MaudsleyDefinition(
      weeks: try weeks(object), durationMonths: try steps(object.required("durationMonths")),
      severity: severity, failures: try steps(object.required("failures")),
      augmentationUsed: try object.required("augmentationUsed").integer(in: 0...100),
      ectUsed: try object.required("ectUsed").integer(in: 0...100),
      bands: try bands(object.required("bands")), evidence: try library.evidence(of: object))
  }

  /// Reads the method of the Massachusetts General Hospital.
  ///
  /// - Returns: the points.
  /// - Throws: an error that names the field.
  func massachusetts() throws(KnowledgeError) -> MassachusettsDefinition {
    let object = try group(
      "mgh", keys: ["weeks", "failure", "optimisation", "augmentation", "ectFailure"])
    let points = 0.0...100.0
    return MassachusettsDefinition(
      weeks: try weeks(object),
      failure: try object.required("failure").span(in: points).lowerBound,
      optimisation: try object.required("optimisation").span(in: points).lowerBound,
      augmentation: try object.required("augmentation").span(in: points).lowerBound,
      ectFailure: try object.required("ectFailure").span(in: points).lowerBound,
      evidence: try library.evidence(of: object))
  }

  private func steps(_ field: Field) throws(KnowledgeError) -> [MaudsleyDefinition.Step] {
    var steps: [MaudsleyDefinition.Step] = []
    for place in try field.list() {
      let step = try place.object(keys: ["atMost", "points"])
      steps.append(
        MaudsleyDefinition.Step(
          atMost: try step.optional("atMost")?.number(),
          points: try step.required("points").integer(in: 0...100)))
    }
    let bounds = steps.map { $0.atMost ?? .infinity }
    guard bounds.last == .infinity, zip(bounds, bounds.dropFirst()).allSatisfy({ $0 < $1 }) else {
      throw field.failure(.inconsistent("the bounds rise, and the last step has none"))
    }
    return steps
  }

  private func bands(_ field: Field) throws(KnowledgeError) -> [Band] {
    var bands: [Band] = []
    for place in try field.list() {
      let band = try place.object(keys: ["range", "label"])
      bands.append(
        Band(
          label: try band.required("label").text(), range: try band.required("range").range(),
          severityRank: bands.count))
    }
    for (lower, upper) in zip(bands, bands.dropFirst())
    where upper.range.lowerBound != lower.range.upperBound + 1 {
      throw field.failure(.inconsistent("a band begins one point after the one before it"))
    }
    return bands
  }
}
