import JSON
import Time

/// The facts that make up most of a record, listed field by field in the order of their types. Every
/// field of these types must stand here.
extension EntryEncoder {
  func write(_ checkIn: CheckIn, to bytes: inout [UInt8]) throws(FieldError) {
    bytes.append(json: #"{"checkIn":{"ratings":["#)
    for (index, rating) in checkIn.ratings.enumerated() {
      bytes.append(json: index == 0 ? #"{"item":"# : #",{"item":"#)
      bytes.append(jsonText: rating.item.rawValue)
      bytes.append(json: #","rating":"#)
      try write(rating.rating, to: &bytes)
      bytes.append(UInt8(ascii: "}"))
    }
    bytes.append(UInt8(ascii: "]"))
    if let moment = checkIn.goodMoment {
      bytes.append(json: #","goodMoment":"#)
      bytes.append(jsonText: moment.text)
    }
    bytes.append(json: "}}")
  }

  func write(_ sleep: Sleep, to bytes: inout [UInt8]) throws(FieldError) {
    bytes.append(json: #"{"sleep":{"#)
    let start = bytes.count
    if let instant = sleep.lightsOut { member(#"lightsOut":"#, instant, start, &bytes) }
    if let minutes = sleep.sleepOnsetLatency {
      try member(#"sleepOnsetLatency":"#, minutes.value, start, &bytes)
    }
    if let count = sleep.awakenings {
      try member(#"awakenings":"#, Double(count.value), start, &bytes)
    }
    if let minutes = sleep.wakeAfterSleepOnset {
      try member(#"wakeAfterSleepOnset":"#, minutes.value, start, &bytes)
    }
    if let instant = sleep.finalWake { member(#"finalWake":"#, instant, start, &bytes) }
    if let instant = sleep.rise { member(#"rise":"#, instant, start, &bytes) }
    if let minutes = sleep.duration { try member(#"duration":"#, minutes.value, start, &bytes) }
    if let quality = sleep.quality {
      begin(#"quality":"#, start, &bytes)
      try write(quality, to: &bytes)
    }
    bytes.append(json: "}}")
  }

  func write(_ intake: Intake, to bytes: inout [UInt8]) throws(FieldError) {
    bytes.append(json: #"{"intake":{"substance":"#)
    bytes.append(jsonText: intake.substance.text)
    bytes.append(json: #","outcome":"#)
    bytes.append(jsonText: intake.outcome.rawValue)
    if let amount = intake.amount {
      bytes.append(json: #","amount":{"value":"#)
      try bytes.append(jsonNumber: amount.value)
      bytes.append(json: #","unit":"#)
      bytes.append(jsonText: amount.unit.rawValue)
      bytes.append(UInt8(ascii: "}"))
    }
    bytes.append(json: "}}")
  }

  private func write(_ rating: Rating, to bytes: inout [UInt8]) throws(FieldError) {
    bytes.append(json: #"{"value":"#)
    try bytes.append(jsonNumber: rating.value)
    bytes.append(json: #","scale":{"minimum":"#)
    try bytes.append(jsonNumber: rating.scale.minimum)
    bytes.append(json: #","maximum":"#)
    try bytes.append(jsonNumber: rating.scale.maximum)
    bytes.append(json: #","direction":"#)
    bytes.append(jsonText: rating.scale.direction.rawValue)
    bytes.append(json: "}}")
  }

  /// Begins a member of an object whose first one stands at `start`.
  private func begin(_ name: StaticString, _ start: Int, _ bytes: inout [UInt8]) {
    if bytes.count > start { bytes.append(UInt8(ascii: ",")) }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(json: name)
  }

  private func member(
    _ name: StaticString, _ instant: Instant, _ start: Int, _ bytes: inout [UInt8]
  ) {
    begin(name, start, &bytes)
    bytes.append(json: "", instant)
  }

  private func member(
    _ name: StaticString, _ number: Double, _ start: Int, _ bytes: inout [UInt8]
  ) throws(FieldError) {
    begin(name, start, &bytes)
    try bytes.append(jsonNumber: number)
  }
}
