/// Digits for symbols against the clock, by a key of nine pairs that stays in sight.
///
/// The principle is free; the published tests are not, so that symbols, key and order are this
/// project's own, and scores cannot be looked up in the norms of those tests.
public struct SymbolDigitDesign: TaskDesign {
  /// What names the design.
  public let key: DesignKey
  /// The keys of the instructions in the order in which they are shown.
  public let instructions: [String]
  /// The symbols of the digits 1 to 9.
  public let symbols: [GridSymbol]
  /// The digits whose symbols are shown for practice, with the right answer told.
  public let practice: [Int]
  /// The digits whose symbols are shown, in order, until the time is over. Each nine successive ones
  /// hold all digits; no digit follows itself.
  public let sequence: [Int]
  /// Seconds for the sequence.
  public let seconds: Double

  /// How many forms a seed has, each with symbols of its own.
  public static var forms: Int { min(20, GridSymbol.count / 9) }

  /// Makes the design of a form.
  ///
  /// - Parameters:
  ///   - form: 1 to ``forms``; forms of one seed share no symbol.
  ///   - seed: the seed of the allocation and of the order.
  /// - Throws: an error when a number is out of range.
  public init(form: Int, seed: Int) throws(MemoryScienceError) {
    key = try DesignKey(task: .symbolDigit, form: form, seed: seed)
    guard form <= SymbolDigitDesign.forms else {
      throw .option(
        "form \(form) of symbol-digit; a seed has \(SymbolDigitDesign.forms): take another seed and"
          + " tell that symbols may come again")
    }
    var allocation = key.allocation
    let dealt = allocation.shuffled(GridSymbol.all)
    var order = key.order
    symbols = order.shuffled(Array(dealt[(form - 1) * 9..<form * 9]))
    var sequence: [Int] = []
    for _ in 0..<40 {
      var block = order.shuffled(Array(1...9))
      if block.first == sequence.last { block.swapAt(0, 1 + order.index(below: 8)) }
      sequence += block
    }
    self.sequence = sequence
    practice = Array(order.shuffled(Array(1...9)).prefix(7))
    seconds = 90
    instructions = ["symbol-digit.practice", "symbol-digit.begin"]
  }
}
