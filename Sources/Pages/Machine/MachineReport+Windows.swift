import Care
import JSON
import Knowledge
import Time
import Windows

/// Windows as other programs read them: levels are words, so that nobody computes with them; who
/// studies the method also gets the parameters and the points of the drawings.
extension MachineReport {
  func windows(_ part: WindowsPart) -> JSONValue {
    var object = JSONObject()
    object["kind"] = .string("windows")
    object["statement"] = .string(part.statement)
    object["effect"] = .array(part.effect.map(window))
    object["biomarker"] = .array(part.biomarker.map(window))
    object["rodent"] = .array(part.rodent.map(window))
    object["leftOut"] = .object([
      "stoppedSessions": .number(part.leftOut.stoppedSessions),
      "stoppedCourses": .array(part.leftOut.stoppedCourses.map { .string($0) }),
      "unknownNames": .array(part.leftOut.unknownNames.map { .string($0) }),
    ])
    object["basis"] = basis(part.basis)
    if wording.isResearcher {
      object["seed"] = .string(String(part.seed))
      object["parameterSets"] = .number(part.draws)
    }
    return .object(object)
  }

  private func window<Layer: LayerKind>(_ window: Window<Layer>) -> JSONValue {
    var object = JSONObject()
    object["statement"] = .string(window.statement)
    object["measure"] = .string(window.measure)
    object["kernels"] = .array(window.kernels.map(kernel))
    object["events"] = .number(window.eventCount)
    object["tooClose"] = .number(window.refractoryCount)
    object["isOngoing"] = .bool(window.isOngoing)
    object["level"] = level(window.level)
    object["openShare"] = .string(window.openShare.description)
    object["stretches"] = .array(
      [0.2, 0.5, 0.8, 0.95].map { confidence in
        .object([
          "confidence": number(confidence),
          "spans": .array(window.spans(confidence: confidence).map(span)),
        ])
      })
    object["contributions"] = .array(window.contributions.map(contribution))
    object["furtherContributions"] = .number(window.furtherContributions)
    if wording.isResearcher { object["drawing"] = .array(window.points.map(point)) }
    return .object(object)
  }

  private func kernel(_ kernel: KernelDefinition) -> JSONValue {
    var object = JSONObject()
    object["id"] = .string(kernel.id.rawValue)
    object["schemaVersion"] = .number(kernel.provenance.schemaVersion)
    object["certainty"] = .string(kernel.evidence.certainty.rawValue)
    object["sources"] = .array(kernel.evidence.sources.map { .string($0.id.rawValue) })
    object["reviewed"] = .bool(kernel.provenance.reviewed)
    guard wording.isResearcher else { return .object(object) }
    object["form"] = .string(form(kernel.shape).name)
    object["days"] = .array(form(kernel.shape).days.map { number($0) })
    object["logSigma"] = number(kernel.logSigma)
    object["amplitude"] = number(kernel.amplitude)
    return .object(object)
  }

  /// The name of a form and its numbers in days, in the order of the resource.
  private func form(_ shape: KernelShape) -> (name: String, days: [Double]) {
    switch shape {
    case .biexponential(let peak, let quarter): ("biexponential", [peak, quarter])
    case .alpha(let peak): ("alpha", [peak])
    case .box(let opens, let closes): ("box", [opens, closes])
    case .boxThenExponential(let opens, let closes, let decay):
      ("boxThenExponential", [opens, closes, decay])
    }
  }

  private func level(_ level: Level) -> JSONValue {
    let interval = { (interval: Level.Interval) -> JSONValue in
      .array([.string(interval.low.description), .string(interval.high.description)])
    }
    return .object([
      "middle": .string(level.middle.description), "central50": interval(level.inner),
      "central95": interval(level.outer),
    ])
  }

  private func span(_ span: WindowSpan) -> JSONValue {
    let closes: JSONValue =
      if case .at(let end) = span.closes { .string(end.description) } else { .null }
    return .object(["opens": .string(span.opens.description), "closes": closes])
  }

  private func contribution(_ contribution: Contribution) -> JSONValue {
    .object([
      "given": .string(contribution.label), "start": .string(contribution.start.description),
      "share": .string(contribution.share.description),
    ])
  }

  private func point(_ point: DrawingPoint) -> JSONValue {
    .array([
      .string(point.instant.description), number(point.middle), number(point.inner.low),
      number(point.inner.high), number(point.outer.low), number(point.outer.high),
    ])
  }
}
