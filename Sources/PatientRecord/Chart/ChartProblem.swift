public import Knowledge

/// Something in a record that the chart could not take as it stands.
public struct ChartProblem: Hashable, Sendable {
  /// What is wrong.
  public enum Kind: Hashable, Sendable {
    /// Different entries have the same identifier; one of them was chosen.
    case conflictingEntries
    /// The entry corrects one that is not in the record.
    case supersedesMissing(EntryID)
    /// The entry withdraws one that is not in the record.
    case voidsMissing(EntryID)
    /// The entry corrects one that another entry also corrects; the other one counts.
    case competingCorrection(of: EntryID, counts: EntryID)
    /// Corrections run in a circle; the named entry counts.
    case supersessionCycle(counts: EntryID)
    /// Withdrawals run in a circle and have no effect.
    case voidCycle
    /// No instrument has this identifier, so the response has no score.
    case unknownInstrument(InstrumentID)
    /// The answers cannot be scored.
    case notScorable(KnowledgeError)
    /// The total is not one that the instrument can have.
    case impossibleTotal(InstrumentID, Double)
    /// The acknowledgement is of a signal that is not in the record.
    case acknowledgesMissing(EntryID)
  }

  /// The entry with the problem.
  public let entry: EntryID
  /// What is wrong.
  public let kind: Kind
}
