/// Small files for the tests of commands.
enum Samples {
  /// A diary of two days with one bad cell.
  static let diary = """
    t,mood
    2026-03-01T07:30,5
    2026-03-02T07:30,11
    2026-03-03T07:30,6

    """

  /// The mapping for ``diary``.
  static let mapping = """
    source: Diary
    time: {local: t}
    zone: Europe/Berlin
    person: p1
    columns:
      mood: {as: rating, scale: [0, 10], direction: higherIsBetter}
    """

  /// Rows of a day and a value.
  static func series(_ values: [String], days: [Int]? = nil) -> String {
    let rows = values.enumerated().map { "\(days?[$0] ?? $0 + 1),\($1)\n" }
    return "day,y\n" + rows.joined()
  }

  /// Forty values that vary, without a pattern: the digits of π.
  static let digits = "3141592653589793238462643383279502884197".map(String.init)
}
