/// Answers of one person to several items, several times a day.
public struct BeepSeries: Sendable {
  /// One occasion on which the person was asked.
  public struct Beep: Hashable, Sendable {
    /// The day, a whole number of days.
    public var day: Int
    /// Which occasion of the day, where that is known.
    public var number: Int?
    /// The answer to each item, `nil` where missing.
    public var values: [Double?]

    /// Creates an occasion.
    ///
    /// - Parameters:
    ///   - day: the day, within a million days of 0.
    ///   - number: which occasion of the day, where that is known.
    ///   - values: the answer to each item, `nil` where missing.
    public init(day: Int, number: Int? = nil, values: [Double?]) {
      self.day = day
      self.number = number
      self.values = values
    }
  }

  /// The names of the items.
  public let names: [String]
  /// The occasions by day and, where all have one, by number.
  public let beeps: [Beep]
  /// Whether every occasion says which of its day it is.
  public let hasNumbers: Bool

  /// The most items that can be looked at together.
  public static let mostItems = 20

  /// Gathers answers.
  ///
  /// - Parameters:
  ///   - beeps: the occasions; those of one day stay in the order given, unless all have a number.
  ///   - names: one name per item.
  /// - Throws: ``InferenceError`` when the shapes do not fit, a number is not finite or too large,
  ///   or two occasions share day and number.
  public init(_ beeps: [Beep], names: [String]) throws(InferenceError) {
    guard (1...BeepSeries.mostItems).contains(names.count) else {
      throw .option("name 1 to \(BeepSeries.mostItems) items")
    }
    for beep in beeps {
      guard beep.values.count == names.count else {
        throw .unusable("day \(beep.day): \(beep.values.count) values for \(names.count) items")
      }
      guard abs(Double(beep.day)) <= 1e6, abs(Double(beep.number ?? 0)) <= 1e6 else {
        throw .unusable("day \(beep.day): days and beeps lie within a million of 0")
      }
      guard beep.values.allSatisfy({ abs($0 ?? 0) < 1e100 }) else {
        throw .unusable("day \(beep.day): a value is not finite or too large to compute with")
      }
    }
    let hasNumbers = !beeps.isEmpty && beeps.allSatisfy { $0.number != nil }
    let sorted = beeps.enumerated().sorted { left, right in
      let numbers = hasNumbers ? (left.element.number ?? 0, right.element.number ?? 0) : (0, 0)
      return (left.element.day, numbers.0, left.offset)
        < (right.element.day, numbers.1, right.offset)
    }.map(\.element)
    if hasNumbers {
      for (earlier, later) in zip(sorted, sorted.dropFirst())
      where earlier.day == later.day && earlier.number == later.number {
        throw .unusable("day \(later.day): beep \(later.number ?? 0) comes twice; keep one")
      }
    }
    self.names = names
    self.beeps = sorted
    self.hasNumbers = hasNumbers
  }
}

/// Which answers count as neighbours in an autocorrelation. Neighbours never lie on two days.
public enum LagRule: String, Hashable, Sendable, CaseIterable {
  /// The previous answer of the same day, however many beeps were missed in between.
  case previousAnswer = "previous-answer"
  /// The answer to the beep just before on the same day; needs the numbers of beeps.
  case adjacentBeep = "adjacent-beep"
}
