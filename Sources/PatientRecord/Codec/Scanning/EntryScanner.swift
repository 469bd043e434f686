import JSON
import Knowledge
import Time

/// Reads an entry whose line stands as ``RecordCodec`` writes it, or says that it does not.
///
/// It takes nothing that ``StrictDecoder`` would refuse; whatever it does not know, it leaves alone.
struct EntryScanner: Sendable {
  private var patient = PatientID(rawValue: "")
  private var zone = Zone.utc
  private var scales = ScaleMemory()

  /// Reads a line of layout ``RecordCodec/version``.
  ///
  /// - Parameters:
  ///   - bytes: a buffer that holds the line.
  ///   - range: where in the buffer it stands.
  ///   - accepted: when a store accepted the entry; `nil` for what the line says.
  /// - Returns: the entry, or `nil` when it stands in another way.
  mutating func entry(
    in bytes: [UInt8], _ range: Range<Int>, recorded accepted: Instant? = nil
  ) -> Entry? {
    var text = CanonicalScanner(bytes, in: range)
    guard text.take(#"{"v":1,"id":"#), let id = text.entryID(), text.take(#","patient":"#),
      let patient = patient(&text), text.take(#","author":"#), let author = text.author(),
      text.take(#","occurred":"#), let occurred = occurrence(&text)
    else { return nil }
    var recorded: Instant?
    if text.take(#","recorded":"#) {
      recorded = text.instant()
      if recorded == nil { return nil }
    }
    var supersedes: EntryID?
    if text.take(#","supersedes":"#) {
      supersedes = text.entryID()
      if supersedes == nil { return nil }
    }
    guard text.take(#","fact":"#), let fact = fact(&text, bytes, range), text.take("}"),
      text.isAtEnd
    else { return nil }
    return Entry(
      id: id, patient: patient, author: author, occurred: occurred, recorded: accepted ?? recorded,
      supersedes: supersedes, fact: fact)
  }

  private mutating func patient(_ text: inout CanonicalScanner) -> PatientID? {
    if !patient.rawValue.isEmpty, text.take(string: patient.rawValue) { return patient }
    guard let name = text.string(), !name.isEmpty else { return nil }
    patient = PatientID(rawValue: name)
    return patient
  }

  private mutating func occurrence(_ text: inout CanonicalScanner) -> Occurrence? {
    if text.take(#"{"at":"#) {
      guard let instant = text.instant(), let zone = zone(&text) else { return nil }
      return .instant(instant, zone)
    }
    if text.take(#"{"day":"#) {
      guard let day = text.day(), let zone = zone(&text) else { return nil }
      return .day(day, zone)
    }
    guard text.take(#"{"start":"#), let start = text.instant() else { return nil }
    var end = TimeSpan.End.open
    if text.take(#","end":"#) {
      guard let instant = text.instant() else { return nil }
      end = .at(instant)
    }
    guard let span = try? TimeSpan(from: start, to: end), let zone = zone(&text) else { return nil }
    return .interval(span, zone)
  }

  /// Takes the zone that ends an occurrence.
  private mutating func zone(_ text: inout CanonicalScanner) -> Zone? {
    guard text.take(#","zone":"#) else { return nil }
    if !text.take(string: zone.identifier) {
      guard let name = text.string(), let other = Zone(name) else { return nil }
      zone = other
    }
    return text.take("}") ? zone : nil
  }

  /// Takes the fact, which ends the line: the frequent kinds in one pass.
  private mutating func fact(
    _ text: inout CanonicalScanner, _ bytes: [UInt8], _ range: Range<Int>
  ) -> Fact? {
    let start = text.position
    if text.take(#"{"checkIn":"#) {
      guard let checkIn = text.checkIn(&scales), text.take("}") else { return nil }
      return .checkIn(checkIn)
    }
    if text.take(#"{"response":"#) {
      guard let response = text.response(), text.take("}") else { return nil }
      return .response(response)
    }
    if text.take(#"{"sleep":"#) {
      guard let sleep = text.sleep(&scales), text.take("}") else { return nil }
      return .sleep(sleep)
    }
    if text.take(#"{"intake":"#) {
      guard let intake = text.intake(), text.take("}") else { return nil }
      return .intake(intake)
    }
    let end = range.upperBound - 1
    guard start < end, let value = try? JSONValue(parsing: bytes, in: start..<end, depth: 1) else {
      return nil
    }
    text.skip(end - start)
    return try? StrictDecoder().decode(Fact.self, from: value)
  }
}
