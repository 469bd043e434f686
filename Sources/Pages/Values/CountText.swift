/// Writes counts with their nouns.
enum CountText {
  /// Digits in groups of three: `1,476`.
  static func grouped(_ count: Int) -> String {
    let digits = Array(String(count.magnitude))
    let groups = stride(from: digits.count, to: 0, by: -3).map { end in
      String(digits[max(0, end - 3)..<end])
    }
    return (count < 0 ? "−" : "") + groups.reversed().joined(separator: ",")
  }

  /// A count with its noun in singular or plural.
  static func of(_ count: Int, _ noun: String, _ plural: String? = nil) -> String {
    "\(grouped(count)) \(count == 1 ? noun : plural ?? noun + "s")"
  }

  /// A list of words with commas and a final "and".
  static func list(_ words: [String]) -> String {
    guard words.count > 1, let last = words.last else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }
}
