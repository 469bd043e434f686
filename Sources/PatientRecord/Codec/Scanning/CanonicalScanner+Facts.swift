import JSON
import Knowledge
import Time

/// The facts that come by the thousand, as they stand when ``RecordCodec`` has written them.
extension CanonicalScanner {
  mutating func checkIn(_ scales: inout ScaleMemory) -> CheckIn? {
    guard take(#"{"ratings":["#) else { return nil }
    var ratings: [ItemRating] = []
    if !take("]") {
      repeat {
        guard take(#"{"item":"#), let item = string(), take(#","rating":"#),
          let rating = rating(&scales), take("}")
        else { return nil }
        ratings.append(ItemRating(item: CheckInItemID(rawValue: item), rating: rating))
      } while take(",")
      guard take("]") else { return nil }
    }
    var moment: FreeText?
    if take(#","goodMoment":"#) {
      moment = freeText()
      if moment == nil { return nil }
    }
    guard take("}") else { return nil }
    return try? CheckIn(ratings: ratings, goodMoment: moment)
  }

  mutating func rating(_ scales: inout ScaleMemory) -> Rating? {
    guard take(#"{"value":"#), let value = number(), take(#","scale":"#),
      let scale = scales.scale(&self), take("}")
    else { return nil }
    return try? Rating(value, on: scale)
  }

  mutating func response() -> Response? {
    guard take(#"{"instrument":"#), let instrument = string() else { return nil }
    var version: Name?
    if take(#","instrumentVersion":"#) {
      version = name()
      if version == nil { return nil }
    }
    guard let content = responseContent(), take(#","rater":"#),
      let rater = choice(Response.Rater.self), take(#","mode":"#),
      let mode = choice(Response.Mode.self)
    else { return nil }
    let isAttested = take(#","licenceAttested":true"#)
    let isNotAttested = !isAttested && take(#","licenceAttested":false"#)
    guard take("}") else { return nil }
    return try? Response(
      instrument: InstrumentID(rawValue: instrument), instrumentVersion: version, content: content,
      rater: rater, mode: mode, licenceAttested: isAttested ? true : isNotAttested ? false : nil)
  }

  private mutating func responseContent() -> Response.Content? {
    if take(#","total":"#) { return number().map { .total($0) } }
    guard take(#","answers":{"#) else { return nil }
    var answers: [ItemID: Int] = [:]
    if take("}") { return .answers(answers) }
    repeat {
      guard let item = string(), take(":"), let answer = integer(),
        answers.updateValue(answer, forKey: ItemID(rawValue: item)) == nil
      else { return nil }
    } while take(",")
    return take("}") ? .answers(answers) : nil
  }

  mutating func intake() -> Intake? {
    guard take(#"{"substance":"#), let substance = name(), take(#","outcome":"#),
      let outcome = choice(Intake.Outcome.self)
    else { return nil }
    var amount: Quantity?
    if take(#","amount":{"value":"#) {
      guard let value = number(), take(#","unit":"#), let unit = choice(UCUM.self), take("}"),
        let quantity = try? Quantity(value, unit)
      else { return nil }
      amount = quantity
    }
    guard take("}") else { return nil }
    return Intake(substance: substance, outcome: outcome, amount: amount)
  }
}
