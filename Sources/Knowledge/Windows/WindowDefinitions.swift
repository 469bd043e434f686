/// Published time courses of what treatments leave behind, with what changes them.
///
/// Everything here is for drawing and for research. The rules stand in this module too and never read
/// it: see `docs/decisions/0013-windows-stand-behind-a-wall.md`.
public struct WindowDefinitions: Hashable, Sendable {
  /// What every window must say of itself.
  public let statement: String
  /// A window is open where its level is above this share of the published peak.
  public let openAbove: Double
  /// The kernels, in the order of the resources.
  public let kernels: [KernelDefinition]
  /// What changes a session, in the order of the resources.
  public let modifiers: [WindowModifier]
  /// Proposed windows of no weight, in the order of the resources.
  public let hypotheses: [WindowHypothesis]
  /// Findings without a curve, in the order of the resources.
  public let findings: [WindowFinding]

  /// Finds a kernel.
  ///
  /// - Parameter id: its identifier.
  /// - Returns: the kernel; nil when there is none.
  public func kernel(_ id: KernelID) -> KernelDefinition? { kernels.first { $0.id == id } }
}
