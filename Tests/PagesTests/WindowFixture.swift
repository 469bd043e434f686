import Knowledge
import Time
import Windows

@testable import Care

/// A part with one window in each layer.
enum WindowFixture {
  /// Made once: levels take long where code is not optimised.
  static let shared = Result { try part(.bundled()) }

  static func part(_ knowledge: Knowledge, after days: Double = 3) throws -> WindowsPart {
    guard let definitions = knowledge.windows,
      let start = Instant("2026-03-02T12:00:00Z")
    else { throw Absent() }
    let model = WindowModel(definitions, draws: 64)
    let moment = start.advanced(byDays: days)
    func windows<Layer: LayerKind>(_ id: KernelID, at begin: Instant) -> [Window<Layer>] {
      let events = model.kernels(in: Layer.self).filter { $0.definition.id == id }
        .map { WindowEvent($0, label: "Secret session", start: begin) }
      return model.windows(over: events, at: moment)
    }
    return WindowsPart(
      statement: definitions.statement, moment: moment, zone: .utc,
      effect: windows("ketamine-effect", at: start),
      biomarker: windows("tdcs-evoked-potential", at: moment.advanced(byDays: -0.02)),
      rodent: windows("ketamine-spines", at: start),
      leftOut: .init(
        stoppedSessions: 1, stoppedCourses: ["a broken course"], unknownNames: ["<unknown>"]),
      seed: model.seed, draws: model.draws, basis: Fixture.basis([0, 3]))
  }

  struct Absent: Error {}
}
