import JSON

/// The scale read last: the ratings of a record mostly stand on one.
struct ScaleMemory: Sendable {
  private var text: [UInt8] = []
  private var scale: RatingScale?

  mutating func scale(_ scanner: inout CanonicalScanner) -> RatingScale? {
    if let scale, scanner.take(text) { return scale }
    let start = scanner.position
    guard scanner.take(#"{"minimum":"#), let minimum = scanner.number(),
      scanner.take(#","maximum":"#), let maximum = scanner.number(),
      scanner.take(#","direction":"#),
      let direction = scanner.choice(RatingScale.Direction.self), scanner.take("}"),
      let read = try? RatingScale(minimum: minimum, maximum: maximum, direction: direction)
    else { return nil }
    text = Array(scanner.text(from: start))
    scale = read
    return read
  }
}
