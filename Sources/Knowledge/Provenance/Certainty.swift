/// How well a fact is known, as marked in the resource that holds it.
public enum Certainty: String, Hashable, Sendable, CaseIterable, Codable {
  /// Read in a source that is named.
  case read = "S"
  /// Well established, with a source named but not read again for this record.
  case established = "K"
  /// Calculated from facts that are read or established.
  case derived = "D"
  /// Uncertain or conflicting; never loaded.
  case uncertain = "U"
}
