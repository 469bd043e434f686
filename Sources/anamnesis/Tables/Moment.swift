import Foundation
import JSON
import Time

/// A time as a CSV file writes it: a number of days, or a date.
enum Moment: Hashable {
  case number(Double)
  case date(Day)

  /// Reads a cell.
  ///
  /// - Parameter text: a finite number, or a date such as 2026-03-01.
  init?(_ text: String) {
    let trimmed = text.trimmingCharacters(in: .whitespaces)
    if let number = Double(trimmed), number.isFinite {
      self = .number(number)
    } else if let day = Day(trimmed) {
      self = .date(day)
    } else {
      return nil
    }
  }

  /// The place on a line of days.
  var order: Double {
    switch self {
    case .number(let number): number
    case .date(let day): Double(day.number)
    }
  }

  /// Whether the moment is a date.
  var isDate: Bool {
    guard case .date = self else { return false }
    return true
  }

  /// The moment as text.
  var text: String {
    switch self {
    case .number(let number): JSONNumber(number)?.text ?? "\(number)"
    case .date(let day): day.description
    }
  }

  /// The moment in JSON: a number, or a date as text.
  var json: JSONValue {
    switch self {
    case .number(let number): .number(number) ?? .null
    case .date(let day): .string(day.description)
    }
  }
}
