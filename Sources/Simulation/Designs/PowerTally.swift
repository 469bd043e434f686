/// What trials of a design found, in whole numbers.
public struct PowerTally: Hashable, Sendable {
  /// One comparison that a design makes.
  public struct Row: Hashable, Sendable {
    /// What is compared.
    public let comparison: Comparison
    /// How often there was a finding.
    public internal(set) var power = Proportion()
    /// How often there was one although both sides got the same.
    public internal(set) var falseFindings = Proportion()
    /// How often there was one with every term of treatments of the body at zero.
    public internal(set) var withoutTerms = Proportion()
    /// The true effect: the same people under both, in thousandths of the comparison's unit.
    public internal(set) var effect = PairedSum()
    /// What giving it all the time would do by the end, in thousandths; only of a crossover.
    public internal(set) var alwaysOn = PairedSum()

    init(_ comparison: Comparison) { self.comparison = comparison }
  }

  /// What is compared with what.
  public enum Comparison: Hashable, Sendable {
    /// An arm and the first arm, on the PHQ-9.
    case arms(String, with: String)
    /// What people get who have not responded, on the PHQ-9.
    case second(String, with: String)
    /// Two rules of what to give first and what then, on the PHQ-9.
    case rules(String, with: String)
    /// Blocks with and blocks without in one person, on mood.
    case blocks
    /// After and before the drawn day, on mood.
    case afterStart

    /// Whether it is about mood and not about the PHQ-9.
    public var isMood: Bool { self == .blocks || self == .afterStart }
  }

  /// The comparisons.
  public internal(set) var rows: [Row]
  /// How many people were included in all trials.
  public internal(set) var people = 0

  init(_ comparisons: [Comparison]) { rows = comparisons.map(Row.init) }

  static func += (_ total: inout PowerTally, _ part: PowerTally) {
    total.people += part.people
    for place in total.rows.indices {
      total.rows[place].power += part.rows[place].power
      total.rows[place].falseFindings += part.rows[place].falseFindings
      total.rows[place].withoutTerms += part.rows[place].withoutTerms
      total.rows[place].effect += part.rows[place].effect
      total.rows[place].alwaysOn += part.rows[place].alwaysOn
    }
  }

  /// How many trials were tried.
  public var trials: Int { rows.first?.power.count ?? 0 }
}
