/// How many of a question's answers lie at an end of its scale, where a normal law misleads.
public struct EdgeShare: Hashable, Sendable {
  /// The share of answers at an end beyond which an ordinal model is needed.
  public static let limit = 0.2

  /// How many answers there are.
  public let count: Int
  /// The share at the lowest answer.
  public let floor: Double
  /// The share at the highest answer.
  public let ceiling: Double

  /// Whether more than ``limit`` of the answers lie at the two ends together.
  public var needsOrdinalModel: Bool { floor + ceiling > EdgeShare.limit }

  /// Counts answers.
  ///
  /// - Parameters:
  ///   - answers: the answers, at least 5.
  ///   - scale: the lowest and the highest answer that the question offers, which differ.
  /// - Throws: ``InferenceError`` when there are fewer answers, one is outside the scale, or the
  ///   scale has a single answer.
  public init(of answers: [Int], scale: ClosedRange<Int>) throws(InferenceError) {
    guard scale.lowerBound < scale.upperBound else {
      throw .option("a scale has at least two answers")
    }
    guard answers.count >= 5 else {
      throw .tooFew(observed: answers.count, needed: 5, what: "the share of answers at an end")
    }
    if let stray = answers.first(where: { !scale.contains($0) }) {
      throw .unusable("answer \(stray) is outside \(scale.lowerBound) to \(scale.upperBound)")
    }
    count = answers.count
    floor = Double(answers.count { $0 == scale.lowerBound }) / Double(answers.count)
    ceiling = Double(answers.count { $0 == scale.upperBound }) / Double(answers.count)
  }

  /// Why a normal model may not be used without calibrated thresholds; `nil` where it may.
  public var reason: String? {
    guard needsOrdinalModel else { return nil }
    let percent = Int((100 * (floor + ceiling)).rounded())
    return
      "\(percent) % of \(count) answers lie at an end of the scale; this needs an ordinal model "
      + "whose thresholds come from a sample of people, not from one person"
  }
}
