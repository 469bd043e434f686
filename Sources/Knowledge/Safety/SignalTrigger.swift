/// What in a record raises a signal.
public enum SignalTrigger: Hashable, Sendable {
  /// What is known of an answer that raises a signal.
  public enum AnswerState: String, Hashable, Sendable, CaseIterable {
    /// The answer reaches the threshold.
    case positive
    /// The question was skipped, or only a total was kept: the answer is unknown.
    case unknown
  }

  /// The answer to one question from which it counts.
  public struct ItemThreshold: Hashable, Sendable {
    /// The instrument.
    public let instrument: InstrumentID
    /// The item.
    public let item: ItemID
    /// The answer from which it counts.
    public let atLeast: Int
  }

  /// The totals of an instrument that count.
  public struct ScoreThreshold: Hashable, Sendable {
    /// The instrument.
    public let instrument: InstrumentID
    /// The total from which it counts, in points.
    public let atLeast: Double
    /// The total from which another rule takes over, in points; nil when none does.
    public let below: Double?

    /// Whether a total counts.
    ///
    /// - Parameter total: the total in points.
    /// - Returns: true from ``atLeast`` up to, but not including, ``below``.
    public func includes(_ total: Double) -> Bool {
      total >= atLeast && below.map { total < $0 } ?? true
    }
  }

  /// A change between two totals that counts.
  public struct ScoreChange: Hashable, Sendable {
    /// Which way.
    public enum Direction: String, Hashable, Sendable, CaseIterable {
      /// Upwards.
      case rise
      /// Downwards.
      case fall
    }

    /// From which total.
    public enum Reference: String, Hashable, Sendable, CaseIterable {
      /// The one before.
      case previous
      /// The first in the record.
      case first
    }

    /// The instrument.
    public let instrument: InstrumentID
    /// Which way.
    public let direction: Direction
    /// From which total.
    public let since: Reference
    /// The change from which it counts, in points.
    public let atLeast: Double

    /// Whether a change counts.
    ///
    /// - Parameters:
    ///   - reference: the total it is measured from, in points.
    ///   - latest: the latest total, in points.
    /// - Returns: true when the change is at least ``atLeast`` in its direction.
    public func isReached(from reference: Double, to latest: Double) -> Bool {
      switch direction {
      case .rise: latest - reference >= atLeast
      case .fall: reference - latest >= atLeast
      }
    }
  }

  /// Symptoms soon after a change of dose.
  public struct AfterStep: Hashable, Sendable {
    /// Which changes of dose count.
    public enum Step: String, Hashable, Sendable, CaseIterable {
      /// A lower dose or a stop.
      case decrease
      /// Any change or start.
      case any
    }

    /// The symptoms, in lower case with hyphens.
    public let symptoms: Set<String>
    /// Other words by which records name them, with the symptom meant.
    public let otherWords: [String: String]
    /// How many different ones are needed.
    public let count: ClosedRange<Int>
    /// How bad the latest of them is, as records write it; empty for any.
    public let severities: Set<String>
    /// Which changes of dose count.
    public let step: Step
    /// The days after the change within which they count.
    public let withinDays: Int
    /// The days for medicines that differ.
    public let exceptions: [MedicineID: Int]
  }

  /// Words by which a record names something, as an unwanted effect or as an event of life.
  public struct Words: Hashable, Sendable {
    /// Words of what counts while it is there, in lower case with hyphens.
    public let present: [String]
    /// Words of what counts also when it is over, in lower case with hyphens.
    public let lasting: [String]
  }

  /// An answer to a question about safety, as the instruments list them.
  case safetyItem(AnswerState)
  /// An answer to one of these questions.
  case items([ItemThreshold], AnswerState)
  /// A level of a table of decisions.
  case triage(InstrumentID, level: String)
  /// A table of decisions without a yes and with answers missing.
  case triageUnknown(InstrumentID)
  /// A total.
  case score([ScoreThreshold])
  /// A change of a total.
  case change(ScoreChange)
  /// All symptoms of one of these groups, present at once; in lower case with hyphens.
  case symptoms([Set<String>], withinDays: Int)
  /// Symptoms soon after a change of dose.
  case afterStep(AfterStep)
  /// Words in the name of an unwanted effect or in the title of an event of life.
  case words(Words)
  /// A form of one of these instruments, which ask about safety and of which only totals are kept.
  case unseenAnswer(Set<InstrumentID>)
}
