import Knowledge
import Time

@testable import Windows

/// The shipped definitions, and kernels for tests.
enum Samples {
  static let definitions = Result { () throws -> WindowDefinitions in
    guard let windows = try Knowledge.bundled().windows else { throw Absent() }
    return windows
  }

  struct Absent: Error {}

  static let start = Instant("2026-03-02T12:00:00Z") ?? Instant(milliseconds: 0)

  static func kernel<Layer: LayerKind>(
    _ id: KernelID, in layer: Layer.Type = AntidepressantEffect.self
  ) throws -> LayeredKernel<Layer> {
    guard let definition = try definitions.get().kernel(id),
      let kernel = LayeredKernel<Layer>(definition)
    else { throw Absent() }
    return kernel
  }

  /// Sessions on days after the start.
  static func sessions<Layer: LayerKind>(
    of id: KernelID, on days: [Double], in layer: Layer.Type = AntidepressantEffect.self
  ) throws -> [WindowEvent<Layer>] {
    let kernel = try kernel(id, in: layer)
    return days.map {
      WindowEvent(kernel, label: "session", start: start.advanced(byDays: $0))
    }
  }

  static func model(seed: UInt64 = 13, draws: Int = 64) throws -> WindowModel {
    WindowModel(try definitions.get(), seed: seed, draws: draws)
  }

  /// The one window of events of one measure.
  static func window<Layer: LayerKind>(
    over events: [WindowEvent<Layer>], after days: Double, seed: UInt64 = 13, draws: Int = 64
  ) throws -> Window<Layer> {
    let windows = try model(seed: seed, draws: draws)
      .windows(over: events, at: start.advanced(byDays: days))
    guard let window = windows.first else { throw Absent() }
    return window
  }

  /// The point of a curve that is nearest to a day after the start.
  static func index<Layer: LayerKind>(_ window: Window<Layer>, at day: Double) -> Int {
    let wanted = start.advanced(byDays: day)
    return window.points.indices.min {
      abs(window.points[$0].instant.days(since: wanted))
        < abs(window.points[$1].instant.days(since: wanted))
    } ?? 0
  }
}
