import JSON
import Knowledge
import PatientRecord

extension MappingNode {
  /// The name at this place.
  ///
  /// - Returns: a name that the record can keep.
  /// - Throws: that there is none.
  func name() throws(InterchangeError) -> Name { try asName(try text()) }

  /// The name below a key, or another text where the key is not given.
  ///
  /// - Parameters:
  ///   - key: the key.
  ///   - text: the text to take without it.
  /// - Returns: a name that the record can keep.
  /// - Throws: that the text is no name.
  func name(_ key: String, or text: String) throws(InterchangeError) -> Name {
    guard let child = child(key) else { return try asName(text) }
    return try child.name()
  }

  /// Makes a name of a text that comes from here.
  ///
  /// - Parameter text: the text.
  /// - Returns: a name that the record can keep.
  /// - Throws: what is wrong with the text.
  func asName(_ text: String) throws(InterchangeError) -> Name {
    do throws(FieldError) {
      return try Name(text)
    } catch let fault {
      throw error(fault.reason, cure: "write one line of 1 to \(Name.limit) characters")
    }
  }

  /// The scale that the keys `scale` and `direction` describe.
  ///
  /// - Returns: the scale.
  /// - Throws: that one of them is missing or wrong.
  func scale() throws(InterchangeError) -> RatingScale {
    let ends = try required("scale", cure: "write scale: [lowest, highest]").interval()
    let words = RatingScale.Direction.allCases.map(\.rawValue).joined(separator: ", or direction: ")
    let direction = try required("direction", cure: "write direction: \(words)")
      .word(RatingScale.Direction.self)
    do throws(FieldError) {
      return try RatingScale(
        minimum: ends.lowerBound, maximum: ends.upperBound, direction: direction)
    } catch let fault {
      throw error(fault.reason, cure: "write scale: [lowest, highest]")
    }
  }

  /// The unit at this place.
  ///
  /// - Returns: a unit that the record knows.
  /// - Throws: that there is none.
  func unit() throws(InterchangeError) -> UCUM {
    let text = try text()
    guard let unit = UCUM(rawValue: text) else {
      let near = nearest(to: text, among: UCUM.allCases.map(\.rawValue))
      throw error(
        "\(text.quotedShort) is no unit that the record knows",
        cure:
          "\(near.map { "did you mean \($0)? " } ?? "")write a code of UCUM such as mg, ug or mL")
    }
    return unit
  }

  /// The instrument that the key `instrument` names.
  ///
  /// - Returns: the identifier.
  /// - Throws: that the key is missing.
  func instrument() throws(InterchangeError) -> InstrumentID {
    let cure = "write the instrument, such as instrument: phq9"
    return InstrumentID(rawValue: try required("instrument", cure: cure).text())
  }

  /// Who filled an instrument in, from the key `rater`.
  ///
  /// - Returns: the rater.
  /// - Throws: that the key is missing or wrong.
  func rater() throws(InterchangeError) -> Response.Rater {
    let words = Response.Rater.allCases.map(\.rawValue).joined(separator: ", or rater: ")
    return try required("rater", cure: "write rater: \(words)").word(Response.Rater.self)
  }
}
