/// Writes numbers with a fixed number of decimals, the same in every country and on every machine.
public enum NumberText {
  private static let powers: [Double] = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000]

  /// Writes a number with a fixed number of decimals.
  ///
  /// Halves are rounded away from zero. The minus sign is U+2212. A number that is not finite is
  /// an en dash; one too large for its digits to mean anything is written with an exponent.
  ///
  /// - Parameters:
  ///   - value: the number.
  ///   - places: decimals, held within 0 to 6.
  /// - Returns: its text.
  public static func fixed(_ value: Double, places: Int) -> String {
    guard value.isFinite else { return "–" }
    let digits = digits(value.magnitude, places: places) ?? exponential(value.magnitude)
    return value < 0 && digits.contains(where: { ("1"..."9").contains($0) }) ? "−" + digits : digits
  }

  /// Writes a number with as few decimals as it needs, at most two.
  ///
  /// - Parameter value: the number.
  /// - Returns: its text.
  public static func short(_ value: Double) -> String {
    let places = (0...1).first { isWhole(value * powers[$0]) } ?? 2
    return fixed(value, places: places)
  }

  /// A coordinate, rounded to a tenth, with an ASCII minus sign and no needless zero.
  static func coordinate(_ value: Double) -> String {
    guard value.isFinite, value.magnitude < 1e9 else { return "0" }
    let tenths = Int64((value * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    let (whole, rest) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
    return rest == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(rest)"
  }

  static func isWhole(_ value: Double) -> Bool {
    value.isFinite && (value - value.rounded()).magnitude < 1e-6 * max(1, value.magnitude * 1e-6)
  }

  private static func digits(_ magnitude: Double, places: Int) -> String? {
    let places = min(max(places, 0), 6)
    let scaled = (magnitude * powers[places]).rounded()
    guard scaled < 1e15 else { return nil }
    let unit = Int64(powers[places])
    let (whole, rest) = Int64(scaled).quotientAndRemainder(dividingBy: unit)
    guard places > 0 else { return "\(whole)" }
    let tail = "\(rest)"
    return "\(whole)." + String(repeating: "0", count: places - tail.count) + tail
  }

  private static func exponential(_ magnitude: Double) -> String {
    let parts = magnitude.description.split(separator: "e")
    guard parts.count == 2 else { return "≥10¹⁵" }
    return parts[0].prefix(4) + "e" + parts[1].drop { $0 == "+" }
  }
}

extension Double {
  /// Whether the number is finite and small enough for arithmetic on coordinates to be exact.
  var isDrawable: Bool { isFinite && magnitude <= 1e15 }
}
