/// The one bin of an analysis with a single number.
public enum WholeBin: Hashable, Sendable {
  /// All transitions or all lists.
  case all
}

/// A serial position and an output position, both from 1.
public struct OutputBin: Hashable, Sendable {
  /// The place among the correct recalls, from 1.
  public let output: Int
  /// The serial position in the study list, from 1.
  public let position: Int
}

/// The lag of a transition and the lag of the transition before it, in serial positions.
public struct LagPair: Hashable, Sendable {
  /// The lag of the transition before.
  public let previous: Int
  /// The lag of the transition.
  public let current: Int
}

/// The serial positions of two successive recalls, from 1.
public struct PositionPair: Hashable, Sendable {
  /// From which word: its serial position, from 1.
  public let previous: Int
  /// To which word: its serial position, from 1.
  public let current: Int
}

/// A range of distances, the lower edge left out, the upper one included.
public struct DistanceBin: Hashable, Sendable {
  /// The lower edge in units of the distances; not in the bin itself.
  public let lower: Double
  /// The upper edge in units of the distances; in the bin itself.
  public let upper: Double
  /// Where the bin is drawn.
  public let centre: Double
}

/// The labels of two successive recalls.
public struct LabelPair: Hashable, Sendable {
  /// The label of the word before.
  public let from: String
  /// The label of the word after it.
  public let to: String
}

/// A kind of recall.
public enum RecallKind: String, CaseIterable, Hashable, Sendable {
  /// A word of the list, for the first time.
  case correct
  /// A word of the list again.
  case repeated = "repeat"
  /// A word of an earlier list of the person.
  case priorListIntrusion = "prior-list intrusion"
  /// A word of no earlier list of the person.
  case extraListIntrusion = "extra-list intrusion"
}
