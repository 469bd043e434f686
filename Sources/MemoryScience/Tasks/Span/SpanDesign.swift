/// Digit span and Corsi blocks: sequences to be given back in order or in reverse.
///
/// For each length there are as many sequences as the rule can ask for; each is used once, in order.
/// Digits do not come twice and do not run up or down by ones three in a row; blocks do not come
/// twice.
public struct SpanDesign: TaskDesign {
  /// The order in which a sequence is given back.
  public enum Direction: String, Hashable, Sendable, CaseIterable, Codable {
    /// As it was shown.
    case forward
    /// The last one first.
    case backward
  }

  /// A place on the screen, each coordinate from 0 to 1.
  public struct Place: Hashable, Sendable, Codable {
    /// How far from the left edge, as a share of the width, 0 to 1.
    public let x: Double
    /// How far from the upper edge, as a share of the height, 0 to 1.
    public let y: Double

    /// Creates a place.
    ///
    /// - Parameters:
    ///   - x: from the left edge, 0 to 1.
    ///   - y: from the upper edge, 0 to 1.
    public init(x: Double, y: Double) {
      self.x = x
      self.y = y
    }
  }

  /// The sequences of one length.
  public struct Length: Hashable, Sendable, Codable {
    /// How many elements each has.
    public let length: Int
    /// The sequences in the order of use: digits 1 to 9, or blocks numbered from 1.
    public let sequences: [[Int]]

    /// Creates the sequences of one length.
    ///
    /// - Parameters:
    ///   - length: how many elements each has.
    ///   - sequences: the sequences in the order of use.
    public init(length: Int, sequences: [[Int]]) {
      self.length = length
      self.sequences = sequences
    }
  }

  /// What names the design.
  public let key: DesignKey
  /// The keys of the instructions in the order in which they are shown.
  public let instructions: [String]
  /// The order in which sequences are given back.
  public let direction: Direction
  /// How the length goes on.
  public let rule: SpanRule
  /// The sequences by length.
  public let lengths: [Length]
  /// The middles of the nine blocks in the order of their numbers; empty for digits.
  public let blocks: [Place]
  /// Seconds from one element to the next.
  public let intervalSeconds: Double

  /// Makes the design of a form.
  ///
  /// - Parameters:
  ///   - task: `digitSpan` or `corsi`.
  ///   - direction: the order in which sequences are given back.
  ///   - rule: how the length goes on, up to 9; nil for two sequences of each length, from 3 for
  ///     digits and from 2 for blocks and backwards, up to 9.
  ///   - form: the parallel form.
  ///   - seed: the seed of the sequences; blocks stand where they stood in all forms of it.
  /// - Throws: an error when a number is out of range or the task is another.
  public init(
    _ task: TaskName, _ direction: Direction = .forward, rule: SpanRule? = nil, form: Int, seed: Int
  ) throws(MemoryScienceError) {
    guard task == .digitSpan || task == .corsi else {
      throw .option("\(task.rawValue) is no span task; take digit-span or corsi")
    }
    key = try DesignKey(task: task, form: form, seed: seed)
    let first = task == .digitSpan && direction == .forward ? 3 : 2
    let usual = try SpanRule(kind: .ascending, trials: 2, first: first, shortest: first, longest: 9)
    let rule = rule ?? usual
    guard rule.longest <= 9 else { throw .option("sequences of \(rule.longest); give at most 9") }
    var allocation = key.allocation
    blocks = task == .corsi ? SpanDesign.places(&allocation) : []
    var order = key.order
    lengths = (rule.shortest...rule.longest).map { length in
      Length(
        length: length,
        sequences: (0..<rule.trials).map { _ in
          SpanDesign.sequence(length, isDigits: task == .digitSpan, &order)
        })
    }
    self.rule = rule
    self.direction = direction
    intervalSeconds = 1
    instructions = ["\(task.rawValue).\(direction.rawValue)", "\(task.rawValue).begin"]
  }

  /// Nine different numbers at most; redrawn until no run disturbs.
  private static func sequence(_ length: Int, isDigits: Bool, _ order: inout SeededOrder) -> [Int] {
    var best = Array(order.shuffled(Array(1...9)).prefix(length))
    for _ in 0..<200 where isDigits && hasRun(best) {
      best = Array(order.shuffled(Array(1...9)).prefix(length))
    }
    return best
  }

  /// Whether three digits in a row count up or down.
  static func hasRun(_ digits: [Int]) -> Bool {
    let steps = zip(digits.dropFirst(), digits).map { $0 - $1 }
    return zip(steps, steps.dropFirst()).contains { $0 == $1 && abs($0) == 1 }
  }

  /// One block in each field of three by three, moved within it, numbered by chance.
  private static func places(_ order: inout SeededOrder) -> [Place] {
    let fields = order.shuffled(Array(0..<9))
    return fields.map { field in
      // Blocks keep a distance of at least 0.3 fields from one another.
      let (right, down) = (order.uniform() * 0.7, order.uniform() * 0.7)
      let x = (Double(field % 3) + 0.15 + right) / 3
      let y = (Double(field / 3) + 0.15 + down) / 3
      return Place(x: (x * 1000).rounded() / 1000, y: (y * 1000).rounded() / 1000)
    }
  }
}
