/// Reads fixed-width digits of ISO 8601 text from the front.
struct DigitReader {
  private var rest: Substring.UTF8View

  init(_ text: String) { rest = text[...].utf8 }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard let first = rest.first, UInt32(first) == character.value else { return false }
    rest.removeFirst()
    return true
  }

  mutating func digits(_ count: Int) -> Int? {
    var value = 0
    for _ in 0..<count {
      guard let digit = digit() else { return nil }
      value = value * 10 + digit
    }
    return value
  }

  mutating func day() -> Day? {
    guard let year = digits(4), take("-"), let month = digits(2), take("-"), let day = digits(2)
    else { return nil }
    return Day(year: year, month: month, day: day)
  }

  /// Milliseconds since midnight of `hh:mm`, `hh:mm:ss` or `hh:mm:ss.f…`.
  mutating func time() -> Int64? {
    guard let hour = digits(2), hour < 24, take(":"), let minute = digits(2), minute < 60 else {
      return nil
    }
    var milliseconds = Int64(hour * 3600 + minute * 60) * 1000
    guard take(":") else { return milliseconds }
    guard let second = digits(2), second < 60 else { return nil }
    milliseconds += Int64(second) * 1000
    guard take(".") || take(",") else { return milliseconds }
    guard let fraction = fraction() else { return nil }
    return milliseconds + fraction
  }

  /// Minutes east of Greenwich of `Z` or `±hh:mm`.
  mutating func offset() -> Int64? {
    if take("Z") || take("z") { return 0 }
    let sign: Int64
    if take("+") { sign = 1 } else if take("-") { sign = -1 } else { return nil }
    guard let hour = digits(2), hour < 24, take(":"), let minute = digits(2), minute < 60 else {
      return nil
    }
    return sign * Int64(hour * 60 + minute)
  }

  private mutating func fraction() -> Int64? {
    guard var value = digit().map(Int64.init) else { return nil }
    var count = 1
    while count < 9, let next = digit() {
      count += 1
      if count <= 3 { value = value * 10 + Int64(next) }
    }
    while count < 3 {
      value *= 10
      count += 1
    }
    return value
  }

  private mutating func digit() -> Int? {
    guard let first = rest.first, (48...57).contains(first) else { return nil }
    rest.removeFirst()
    return Int(first) - 48
  }
}

extension Int64 {
  func flooredDivision(by divisor: Int64) -> (quotient: Int64, remainder: Int64) {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}

func padded(_ number: some BinaryInteger, to width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

extension Decoder {
  func singleText<Value: LosslessStringConvertible>(
    as type: Value.Type, expected: String
  ) throws -> Value {
    let container = try singleValueContainer()
    let text = try container.decode(String.self)
    guard let value = Value(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "\"\(text)\" is not \(expected)")
    }
    return value
  }
}
