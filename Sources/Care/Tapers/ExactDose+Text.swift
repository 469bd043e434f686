extension ExactDose {
  /// How many nanograms a unit of mass holds, and how many decimals that leaves.
  private static let units: [String: (nanograms: Int, decimals: Int)] = [
    "g": (1_000_000_000, 9), "mg": (1_000_000, 6), "ug": (1_000, 3), "µg": (1_000, 3),
    "μg": (1_000, 3), "mcg": (1_000, 3),
  ]

  /// Reads a dose above 0, such as `40mg`, `37.5 mg` or `500 ug`.
  ///
  /// - Parameters:
  ///   - text: a decimal number and a unit of mass.
  ///   - unit: the unit of a number that names none; nil when it has to.
  /// - Throws: an error that says what cannot be read and what would be right.
  public init(reading text: String, unit: String? = nil) throws(TaperError) {
    let trimmed = text.filter { !$0.isWhitespace }
    let number = trimmed.prefix { $0.isNumber || $0 == "." }
    let written = trimmed[number.endIndex...].lowercased()
    guard !number.isEmpty, number.utf8.count == number.count else {
      throw trimmed.hasPrefix("-")
        ? .outOfRange("a dose", given: text, allowed: "above 0 to 100 g") : .notANumber(text)
    }
    guard let scale = Self.units[written.isEmpty ? unit ?? "" : written] else {
      throw .unknownUnit(text)
    }
    let dose = try Self.count(number, of: scale.nanograms, decimals: scale.decimals, in: text)
    guard dose > 0, dose <= Self.largest.nanograms else {
      throw .outOfRange("a dose", given: text, allowed: "above 0 to 100 g")
    }
    self.init(nanograms: dose)
  }

  /// Counts the small units of a decimal number.
  ///
  /// - Parameters:
  ///   - number: ASCII digits with at most one point.
  ///   - unit: the small units in one.
  ///   - decimals: the decimals that a whole number of small units leaves.
  ///   - text: what was written, for the message.
  /// - Returns: the count.
  /// - Throws: an error when it is no decimal number, too long or too fine.
  static func count(
    _ number: Substring, of unit: Int, decimals: Int, in text: String
  ) throws(TaperError) -> Int {
    let parts = number.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = Int(parts[0]), parts.last?.isEmpty == false else {
      throw .notANumber(text)
    }
    let fraction = parts.count == 2 ? parts[1] : ""
    guard fraction.count <= decimals, whole <= 1_000_000_000 else {
      throw .outOfRange(
        "a number", given: text, allowed: "at most \(decimals) decimals and nine digits before them"
      )
    }
    let padded = fraction + String(repeating: "0", count: decimals - fraction.count)
    guard let rest = padded.isEmpty ? 0 : Int(padded) else { throw .notANumber(text) }
    // Both products stay below 10^18: nine digits and at most 10^9 small units.
    return whole * unit + rest
  }
}
