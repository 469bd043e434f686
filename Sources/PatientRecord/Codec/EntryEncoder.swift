import JSON
import Time

/// Writes entries as lines of JSON, one after the other, into bytes.
///
/// The lines are those of ``RecordCodec``, which writes single entries this way too. What makes up
/// most of a record is listed field by field, because that is several times as quick as asking each
/// value to write itself; everything else writes itself. Use one encoder for many entries.
public struct EntryEncoder {
  let values = ByteEncoder()

  /// Creates an encoder.
  public init() {}

  /// Writes an entry at the end of bytes, without a line break.
  ///
  /// - Parameters:
  ///   - entry: what to write.
  ///   - bytes: what the line is added to; unchanged when it cannot be written.
  /// - Throws: an error that names the field that could not be read back.
  public func encode(_ entry: Entry, to bytes: inout [UInt8]) throws(RecordError) {
    let start = bytes.count
    do throws(FieldError) {
      guard !entry.patient.rawValue.isEmpty else {
        throw FieldError("patient", "must not be empty")
      }
      bytes.append(json: #"{"v":1,"id":"#)
      bytes.append(entry.id)
      bytes.append(json: #","patient":"#)
      bytes.append(jsonText: entry.patient.rawValue)
      try write(entry.author, to: &bytes)
      try write(entry.occurred, to: &bytes)
      if let recorded = entry.recorded { bytes.append(json: #","recorded":"#, recorded) }
      if let supersedes = entry.supersedes {
        bytes.append(json: #","supersedes":"#)
        bytes.append(supersedes)
      }
      bytes.append(json: #","fact":"#)
      try write(entry.fact, to: &bytes)
      bytes.append(UInt8(ascii: "}"))
    } catch {
      bytes.removeLast(bytes.count - start)
      throw named(error, in: entry)
    }
  }

  /// The same error with the name of its field, which the slow way knows.
  private func named(_ error: FieldError, in entry: Entry) -> RecordError {
    do throws(FieldError) {
      _ = try RecordCodec.value(of: entry)
      return RecordError(line: nil, field: error.path, reason: error.reason)
    } catch {
      return RecordError(line: nil, field: error.path, reason: error.reason)
    }
  }

  private func write(_ author: Author, to bytes: inout [UInt8]) throws(FieldError) {
    if case .patient = author {
      bytes.append(json: #","author":{"kind":"patient"}"#)
    } else {
      bytes.append(json: #","author":"#)
      try values.encode(author, to: &bytes)
    }
  }

  private func write(_ occurrence: Occurrence, to bytes: inout [UInt8]) throws(FieldError) {
    switch occurrence {
    case .instant(let instant, _): bytes.append(json: #","occurred":{"at":"#, instant)
    case .day(let day, _):
      bytes.append(json: #","occurred":{"day":"#)
      bytes.append(jsonText: day.description)
    case .interval(let span, _):
      bytes.append(json: #","occurred":{"start":"#, span.start)
      if let end = span.endInstant { bytes.append(json: #","end":"#, end) }
    }
    bytes.append(json: #","zone":"#)
    bytes.append(jsonText: occurrence.zone.identifier)
    bytes.append(UInt8(ascii: "}"))
  }

  private func write(_ fact: Fact, to bytes: inout [UInt8]) throws(FieldError) {
    switch fact {
    case .checkIn(let checkIn): try write(checkIn, to: &bytes)
    case .sleep(let sleep): try write(sleep, to: &bytes)
    case .intake(let intake): try write(intake, to: &bytes)
    default: try values.encode(fact, to: &bytes)
    }
  }
}

extension [UInt8] {
  /// Adds an identifier in quotation marks.
  mutating func append(_ id: EntryID) {
    append(UInt8(ascii: "\""))
    append(contentsOf: id.description.utf8)
    append(UInt8(ascii: "\""))
  }

  /// Adds the name of a member and a moment.
  mutating func append(json name: StaticString, _ instant: Instant) {
    append(json: name)
    append(UInt8(ascii: "\""))
    append(contentsOf: instant.description.utf8)
    append(UInt8(ascii: "\""))
  }
}
