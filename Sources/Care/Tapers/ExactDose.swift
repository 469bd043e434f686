/// A mass of a medicine, counted in nanograms, so that parts of tablets and millilitres of liquid
/// add up without rounding.
public struct ExactDose: Hashable, Sendable, Comparable {
  /// The nanograms; 0 or more.
  public let nanograms: Int

  /// Nothing.
  public static let zero = ExactDose(nanograms: 0)
  /// The largest dose that is meant in earnest: 100 g.
  public static let largest = ExactDose(nanograms: 100_000_000_000)

  static let nanogramsPerMilligram = 1_000_000

  /// Counts nanograms; the caller has checked that they are neither negative nor too many.
  init(nanograms: Int) { self.nanograms = nanograms }

  /// Creates a dose from milligrams.
  ///
  /// - Parameter milligrams: from 0 to 100,000, rounded to the nearest nanogram.
  /// - Throws: ``TaperError/notANumber(_:)`` or ``TaperError/outOfRange(_:given:allowed:)``.
  public init(milligrams: Double) throws(TaperError) {
    guard milligrams.isFinite else { throw .notANumber("\(milligrams)") }
    guard milligrams >= 0, milligrams <= Self.largest.milligrams else {
      throw .outOfRange("a dose", given: "\(milligrams) mg", allowed: "0 to 100 g")
    }
    nanograms = Int((milligrams * Double(Self.nanogramsPerMilligram)).rounded())
  }

  /// The milligrams, as the nearest number to the exact value.
  public var milligrams: Double { Double(nanograms) / Double(Self.nanogramsPerMilligram) }

  public static func < (left: ExactDose, right: ExactDose) -> Bool {
    left.nanograms < right.nanograms
  }
}

extension ExactDose: CustomStringConvertible {
  /// The milligrams in full, such as `13.4 mg`.
  public var description: String {
    "\(Decimal(nanograms, per: Self.nanogramsPerMilligram)) mg"
  }
}

/// A count of small units written as a decimal of a larger one.
struct Decimal: CustomStringConvertible {
  let description: String

  /// - Parameters:
  ///   - count: how many of the small units; 0 or more.
  ///   - unit: how many make one; a power of ten.
  init(_ count: Int, per unit: Int) {
    let (whole, rest) = count.quotientAndRemainder(dividingBy: unit)
    guard rest > 0 else {
      description = "\(whole)"
      return
    }
    var digits = String(String(unit + rest).dropFirst())
    while digits.hasSuffix("0") { digits.removeLast() }
    description = "\(whole).\(digits)"
  }
}
