public import Care
public import JSON
import Knowledge
import PatientRecord
import Time

extension Report {
  /// Writes one signal for the care team, in lines of plain words.
  ///
  /// - Parameter signal: the signal.
  /// - Returns: what was seen with its day, what raised it, who must see it by when, what was done,
  ///   and where the rule comes from.
  public static func lines(of signal: SafetySignal) -> [String] {
    let unknown = signal.finding == .unknown ? "UNKNOWN: " : ""
    var lines = [
      "\(DateText.day(signal.day))  \(unknown)\(signal.title) [\(SignalText.standing(signal.standing))]"
    ]
    lines += signal.causes.map { "  because of: \(SignalText.cause($0))" }
    lines += signal.look.map { ["  \($0)"] } ?? []
    lines.append("  \(SignalText.task(signal))")
    lines += signal.responses.map { "  \(SignalText.response($0))" }
    return lines + ["  \(SignalText.source(signal))", "  acknowledge as: \(signal.id)"]
  }

  /// Writes one signal as JSON for the care team's programs.
  ///
  /// - Parameter signal: the signal.
  /// - Returns: an object as the part `signals` of `docs/review.schema.json` describes it.
  public static func json(_ signal: SafetySignal) -> JSONValue {
    .object([
      "id": .string(signal.id.description), "rule": text(signal.rule?.rawValue),
      "title": .string(signal.title), "look": text(signal.look),
      "about": .string(signal.kind.rawValue), "urgency": .string(signal.urgency.rawValue),
      "finding": .string(signal.finding.rawValue),
      "readers": .array(signal.readers.map { .string($0.rawValue) }),
      "byWhen": .string(SignalText.deadline(signal.deadline)),
      "day": .string(signal.day.description), "isOpen": .bool(signal.isOpen),
      "standing": .string(SignalText.standing(signal.standing)),
      "causes": .array(signal.causes.map(json)), "responses": .array(signal.responses.map(json)),
      "certainty": text(signal.evidence?.certainty.rawValue),
      "notYetSecondRead": .bool(signal.evidence?.certainty == .established),
      "sources": .array(signal.evidence?.sources.map { .string($0.id.rawValue) } ?? []),
    ])
  }

  private static func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }

  private static func json(_ cause: SafetySignal.Cause) -> JSONValue {
    .object([
      "entry": .string(cause.entry.description), "day": .string(cause.day.description),
      "words": .string(cause.words),
    ])
  }

  private static func json(_ response: SafetySignal.Response) -> JSONValue {
    .object([
      "entry": .string(response.entry.description), "day": .string(response.day.description),
      "action": .string(response.action.rawValue), "note": text(response.note),
    ])
  }
}
