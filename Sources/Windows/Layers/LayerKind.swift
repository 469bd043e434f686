public import Knowledge

/// A layer of evidence as a type, so that the compiler keeps layers apart.
///
/// A ``LayeredKernel``, a ``WindowEvent`` and a ``Window`` carry their layer as a type parameter. There
/// is no operation that takes two layers: events of two layers make no list that
/// ``WindowModel/windows(over:at:)`` accepts.
public protocol LayerKind: Sendable {
  /// The layer as a value, as resources write it.
  static var layer: EvidenceLayer { get }
}

/// The layer of the antidepressant effect in human trials.
public enum AntidepressantEffect: LayerKind {
  /// The layer as a value.
  public static let layer = EvidenceLayer.effect
}

/// The layer of human biomarkers.
public enum HumanBiomarker: LayerKind {
  /// The layer as a value.
  public static let layer = EvidenceLayer.biomarker
}

/// The layer of structure and critical periods in rodents.
public enum RodentPlasticity: LayerKind {
  /// The layer as a value.
  public static let layer = EvidenceLayer.rodent
}
