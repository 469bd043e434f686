public import Knowledge
public import Time

/// Turns what was given into windows, one for each measure, within one layer of evidence.
///
/// The same definitions, events, seed and number of draws give the same windows, to the bit, in any
/// order of the events.
///
/// ## Topics
/// ### Computing
/// - ``init(_:seed:draws:)``
/// - ``kernels(in:)``
/// - ``windows(over:at:)``
public struct WindowModel: Sendable {
  /// The definitions.
  public let definitions: WindowDefinitions
  /// The seed of the parameter sets.
  public let seed: UInt64
  /// How many parameter sets stand for the uncertainty.
  public let draws: Int

  /// Chooses how uncertainty is drawn.
  ///
  /// - Parameters:
  ///   - definitions: kernels, statement and threshold.
  ///   - seed: the seed of the parameter sets.
  ///   - draws: how many parameter sets, 1 to 100 000; what lies outside is moved to its nearer end.
  public init(_ definitions: WindowDefinitions, seed: UInt64 = 13, draws: Int = 256) {
    self.definitions = definitions
    self.seed = seed
    self.draws = min(max(draws, 1), 100_000)
  }

  /// The kernels of a layer.
  ///
  /// - Parameter layer: the layer.
  /// - Returns: its kernels, in the order of the resources.
  public func kernels<Layer: LayerKind>(in layer: Layer.Type) -> [LayeredKernel<Layer>] {
    definitions.kernels.compactMap { LayeredKernel($0) }
  }

  /// Computes what events leave behind.
  ///
  /// Complexity: O(events + points · events within reach · draws).
  ///
  /// - Parameters:
  ///   - events: what was given, in any order; what begins after the moment is left out.
  ///   - moment: the moment asked about.
  /// - Returns: one window for each measure of which something may be left, by the measure's name.
  public func windows<Layer: LayerKind>(
    over events: [WindowEvent<Layer>], at moment: Instant
  ) -> [Window<Layer>] {
    let past = events.filter { $0.start <= moment }
    let measures = Dictionary(grouping: past, by: \.kernel.definition.measure)
    return measures.sorted { $0.key < $1.key }.compactMap { measure, events in
      WindowBuilder(model: self, measure: measure, events: events, moment: moment).window()
    }
  }
}
