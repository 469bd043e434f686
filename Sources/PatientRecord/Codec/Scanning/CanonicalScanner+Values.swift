import JSON
import Time

/// The values that every entry holds, as they stand when ``RecordCodec`` has written them.
extension CanonicalScanner {
  mutating func entryID() -> EntryID? {
    guard take("\""), let first = hexadecimal(8), take("-"), let second = hexadecimal(4), take("-"),
      let third = hexadecimal(4), take("-"), let fourth = hexadecimal(4), take("-"),
      let fifth = hexadecimal(12), take("\"")
    else { return nil }
    return EntryID(high: first << 32 | second << 16 | third, low: fourth << 48 | fifth)
  }

  mutating func day() -> Day? {
    guard take("\""), let day = date(), take("\"") else { return nil }
    return day
  }

  mutating func instant() -> Instant? {
    guard take("\""), let day = date(), take("T"), let hour = digits(2), hour < 24, take(":"),
      let minute = digits(2), minute < 60, take(":"), let second = digits(2), second < 60,
      take("."), let millisecond = digits(3), take("Z\"")
    else { return nil }
    let seconds = (hour * 60 + minute) * 60 + second
    return Instant(
      milliseconds: Int64(day.number) * 86_400_000 + Int64(seconds * 1000 + millisecond))
  }

  private mutating func date() -> Day? {
    guard let year = digits(4), take("-"), let month = digits(2), take("-"), let day = digits(2)
    else { return nil }
    return Day(year: year, month: month, day: day)
  }

  mutating func author() -> Author? {
    if take(#"{"kind":"patient"}"#) { return .patient }
    if take(#"{"kind":"staff","name":"#) {
      guard let id = string(), take("}") else { return nil }
      return .staff(StaffID(rawValue: id))
    }
    if take(#"{"kind":"device","name":"#) {
      guard let name = name(), take("}") else { return nil }
      return .device(name)
    }
    guard take(#"{"kind":"imported","name":"#), let name = name(), take("}") else { return nil }
    return .imported(source: name)
  }

  mutating func name() -> Name? { string().flatMap { try? Name($0) } }

  mutating func freeText() -> FreeText? { string().flatMap { try? FreeText($0) } }

  mutating func minutes() -> Minutes? { number().flatMap { try? Minutes($0) } }

  mutating func choice<Value: Choice>(_ type: Value.Type) -> Value? {
    string().flatMap { Value(rawValue: $0) }
  }
}
