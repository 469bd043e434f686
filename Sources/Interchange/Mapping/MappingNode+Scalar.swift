import Time
import Yams

extension MappingNode {
  /// The text at this place.
  ///
  /// - Returns: the text, which is not empty.
  /// - Throws: that there is none.
  func text() throws(InterchangeError) -> String {
    guard let text = node.scalar?.string, !text.isEmpty else {
      throw error("a text is expected here", cure: "write one value behind the colon")
    }
    return text
  }

  /// The texts of a list.
  ///
  /// - Returns: the texts, which may be empty.
  /// - Throws: that there is no list of texts.
  func texts() throws(InterchangeError) -> [String] {
    guard case .sequence(let sequence) = node else {
      throw error("a list is expected here", cure: "write [first, second]")
    }
    return try sequence.map { item throws(InterchangeError) in
      guard let text = item.scalar?.string else {
        throw error("the list holds something that is not a text", cure: "write plain values")
      }
      return text
    }
  }

  /// The number at this place.
  ///
  /// - Returns: a finite number.
  /// - Throws: that there is none.
  func number() throws(InterchangeError) -> Double {
    guard let number = node.scalar?.string.decimal, number.isFinite else {
      throw error("a number is expected here", cure: "write a number such as 7 or -1.5")
    }
    return number
  }

  /// The two ends of an interval, written as a list.
  ///
  /// - Returns: the lower and the upper end, which differ.
  /// - Throws: that there are no two numbers in rising order.
  func interval() throws(InterchangeError) -> ClosedRange<Double> {
    let numbers = try texts().map(\.decimal)
    guard numbers.count == 2, let low = numbers[0], let high = numbers[1], low.isFinite,
      high.isFinite, low < high
    else {
      throw error("two numbers in rising order are expected here", cure: "write [lowest, highest]")
    }
    return low...high
  }

  /// One of the cases of an enumeration, by its word.
  ///
  /// - Parameter type: the enumeration.
  /// - Returns: the case.
  /// - Throws: that the word is none of them.
  func word<Word: RawRepresentable<String> & CaseIterable>(
    _ type: Word.Type
  ) throws(InterchangeError) -> Word {
    let text = try text()
    guard let word = Word(rawValue: text) else {
      let words = Word.allCases.map(\.rawValue)
      let near = nearest(to: text, among: words).map { "did you mean \($0)? " } ?? ""
      throw error(
        "\(text.quotedShort) has no meaning here",
        cure: "\(near)write one of \(words.joined(separator: ", "))")
    }
    return word
  }

  /// The IANA time zone at this place.
  ///
  /// - Returns: a zone that exists.
  /// - Throws: that there is no such zone.
  func zone() throws(InterchangeError) -> Zone {
    let text = try text()
    guard let zone = Zone(text) else {
      throw error("there is no time zone \(text.quotedShort)", cure: Self.zoneCure)
    }
    return zone
  }

  static let zoneCure = "write an IANA name such as Europe/Berlin, or UTC"

  /// The calendar day at this place.
  ///
  /// - Returns: the day.
  /// - Throws: that there is none.
  func day() throws(InterchangeError) -> Day {
    let text = try text()
    guard let day = Day(text) else {
      throw error("\(text.quotedShort) is no date", cure: "write a date such as 2026-03-01")
    }
    return day
  }

  /// The milliseconds since midnight of the time of day at this place.
  ///
  /// - Returns: the milliseconds.
  /// - Throws: that there is no time of day.
  func timeOfDay() throws(InterchangeError) -> Int64 {
    let text = try text()
    guard let milliseconds = text.millisecondsOfDay else {
      throw error("\(text.quotedShort) is no time of day", cure: "write a time such as \"07:30\"")
    }
    return milliseconds
  }
}

extension String {
  /// The milliseconds since midnight of `hh:mm`, `hh:mm:ss` or `h:mm`.
  var millisecondsOfDay: Int64? {
    let padded = utf8.dropFirst().first == 0x3A ? "0\(self)" : self
    return LocalTime("2000-01-01T\(padded)")?.millisecondOfDay
  }
}
