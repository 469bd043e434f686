import Care
import JSON

/// What somebody must look at, and the person's own plan.
extension MachineReport {
  func signals(_ part: SignalsPart) -> JSONValue {
    .object([
      "kind": .string("signals"), "open": .number(part.open.count),
      "hasSafetyPlan": .bool(part.hasPlan),
      "signals": .array(part.signals.map { Report.json($0) }),
    ])
  }

  func safetyPlan(_ part: SafetyPlanPart) -> JSONValue {
    .object([
      "kind": .string("safetyPlan"), "day": day(part.day), "isComplete": .bool(part.isComplete),
      "components": .array(
        part.components.map { component in
          .object([
            "title": .string(component.title), "isOptional": .bool(component.isOptional),
            "lines": .array(component.lines.map { .string($0) }),
          ])
        }),
    ])
  }
}
