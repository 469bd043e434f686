/// What one column of a file means.
public struct ColumnRule: Hashable, Sendable {
  /// The name of the column in the header.
  public let column: String
  /// What its values are.
  public let meaning: ColumnMeaning
  /// Whether a value holds for the whole day of its row, so that it is taken once a day.
  public let isOncePerDay: Bool
  /// Texts of the file with the numbers that they stand for; empty where numbers are written.
  public let codes: [String: Double]

  init(column: String, _ place: MappingNode) throws(InterchangeError) {
    let words = ColumnMeaning.Word.allCases.map(\.rawValue).joined(separator: ", or as: ")
    let word = try place.required("as", cure: "write as: \(words)").word(ColumnMeaning.Word.self)
    try place.expectKeys(["as"] + word.keys)
    self.column = column
    meaning = try ColumnMeaning(word, column: column, place)
    let period = try place.child("oncePer")?.word(Period.self)
    isOncePerDay = period == .day || word == .sleep
    codes = try place.child("values").map(Self.codes) ?? [:]
  }

  private enum Period: String, CaseIterable {
    case day
  }

  private static func codes(_ place: MappingNode) throws(InterchangeError) -> [String: Double] {
    var codes: [String: Double] = [:]
    for (text, value) in try place.entries() { codes[text] = try value.number() }
    return codes
  }
}
