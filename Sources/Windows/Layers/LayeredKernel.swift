public import Knowledge

/// A kernel whose layer the compiler knows.
public struct LayeredKernel<Layer: LayerKind>: Hashable, Sendable {
  /// What the resource says of it.
  public let definition: KernelDefinition
  /// The form with its solved time constants.
  public let kernel: Kernel

  /// Takes a definition into its layer.
  ///
  /// - Parameter definition: the definition; nil comes of one that belongs to another layer or whose
  ///   numbers no form can meet.
  public init?(_ definition: KernelDefinition) {
    guard definition.layer == Layer.layer, let kernel = Kernel(definition.shape) else { return nil }
    self.definition = definition
    self.kernel = kernel
  }
}
