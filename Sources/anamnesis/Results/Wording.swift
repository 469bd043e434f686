import Foundation

extension Double {
  /// The number with a fixed number of digits after the point.
  func digits(_ count: Int) -> String {
    String(format: "%.\(count)f", self)
  }

  /// The number with six significant digits, whatever its size.
  var short: String {
    String(format: "%.6g", self)
  }
}

/// A number with its noun, in the plural where that is due.
///
/// - Parameters:
///   - number: how many.
///   - noun: the noun in the singular.
///   - plural: its plural, when an s is not enough.
/// - Returns: both.
func counted(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
  "\(number) \(number == 1 ? noun : plural ?? noun + "s")"
}
