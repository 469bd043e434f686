/// Letters one after another: is this the letter of n letters ago?
///
/// At n = 0 the target is one named letter. A third of the scored letters are targets; a sixth repeat
/// the letter of n - 1 or n + 1 ago where that makes no target (lures), so that familiarity alone
/// does not help.
public struct NBackDesign: TaskDesign {
  /// One letter.
  public struct Trial: Hashable, Sendable, Codable {
    /// The letter.
    public let letter: String
    /// Whether it is to be answered.
    public let isTarget: Bool
    /// Whether it repeats a letter of another distance.
    public let isLure: Bool
    /// Whether it is scored; the first n of a block are not.
    public let isScored: Bool

    /// Creates a trial.
    ///
    /// - Parameters:
    ///   - letter: the letter.
    ///   - isTarget: whether it is to be answered.
    ///   - isLure: whether it repeats a letter of another distance.
    ///   - isScored: whether it is scored.
    public init(letter: String, isTarget: Bool, isLure: Bool, isScored: Bool) {
      self.letter = letter
      self.isTarget = isTarget
      self.isLure = isLure
      self.isScored = isScored
    }
  }

  /// What names the design.
  public let key: DesignKey
  /// The keys of the instructions in the order in which they are shown.
  public let instructions: [String]
  /// n: how many stimuli back the match lies, 0 to 3.
  public let level: Int
  /// The named letter at level 0; nil at others.
  public let targetLetter: String?
  /// The blocks, each the letters in order.
  public let blocks: [[Trial]]
  /// Seconds for which a letter is shown.
  public let letterSeconds: Double
  /// Seconds from one letter to the next; answers are taken for as long.
  public let intervalSeconds: Double

  /// Consonants that neither look nor sound alike.
  static let letters = ["b", "f", "h", "j", "k", "l", "m", "q", "r", "t"]
  /// Scored letters of a block, targets among them, and lures.
  static let scored = 24
  static let targets = 8
  static let lures = 4

  /// Makes the design of a form.
  ///
  /// - Parameters:
  ///   - level: n, 0 to 3.
  ///   - form: the parallel form, another order of the same kind.
  ///   - seed: the seed of the order.
  ///   - blocks: how many blocks, 1 to 20.
  /// - Throws: an error when a number is out of range.
  public init(level: Int = 2, form: Int, seed: Int, blocks: Int = 3) throws(MemoryScienceError) {
    guard (0...3).contains(level), (1...20).contains(blocks) else {
      throw .option("level \(level) in \(blocks) blocks; give a level of 0 to 3 and 1 to 20 blocks")
    }
    key = try DesignKey(task: .nBack, form: form, seed: seed)
    self.level = level
    var order = key.order
    let named = NBackDesign.letters[order.index(below: NBackDesign.letters.count)]
    targetLetter = level == 0 ? named : nil
    var made: [[Trial]] = []
    for _ in 0..<blocks {
      var block = NBackBlock(level: level, named: named)
      made.append(block.trials(&order))
    }
    self.blocks = made
    letterSeconds = 0.5
    intervalSeconds = 2.5
    instructions = ["n-back.level-\(level)", "n-back.begin"]
  }
}

/// A block while it is filled.
private struct NBackBlock {
  let level: Int
  let named: String
  private var letters: [String] = []

  init(level: Int, named: String) {
    self.level = level
    self.named = named
  }

  private enum Kind { case target, lure, other }

  mutating func trials(_ order: inout SeededOrder) -> [NBackDesign.Trial] {
    let lureCount = level == 0 ? 0 : NBackDesign.lures
    let kinds: [Kind] = order.shuffled(
      (0..<NBackDesign.scored).map { index in
        index < NBackDesign.targets
          ? .target : index < NBackDesign.targets + lureCount ? .lure : .other
      })
    let all = [Kind](repeating: .other, count: level) + kinds
    return all.enumerated().map { place, kind in
      let letter = letter(kind, &order)
      letters.append(letter)
      return NBackDesign.Trial(
        letter: letter, isTarget: isTarget(letter, at: place), isLure: isLure(letter, at: place),
        isScored: place >= level)
    }
  }

  private func isTarget(_ letter: String, at place: Int) -> Bool {
    level == 0 ? letter == named : place >= level && letters[place - level] == letter
  }

  private func isLure(_ letter: String, at place: Int) -> Bool {
    level > 0 && !isTarget(letter, at: place) && lureLetters(at: place).contains(letter)
  }

  /// The letters of the neighbouring distances.
  private func lureLetters(at place: Int) -> [String] {
    [level - 1, level + 1].filter { $0 > 0 && place >= $0 }.map { letters[place - $0] }
  }

  private func letter(_ kind: Kind, _ order: inout SeededOrder) -> String {
    let place = letters.count
    let target = level == 0 ? named : place >= level ? letters[place - level] : nil
    if kind == .target, let target { return target }
    let lures = lureLetters(at: place)
    if kind == .lure, let lure = lures.filter({ $0 != target }).first { return lure }
    let open = NBackDesign.letters.filter { $0 != target && !lures.contains($0) }
    return open[order.index(below: open.count)]
  }
}
