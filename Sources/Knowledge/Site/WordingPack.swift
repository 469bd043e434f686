/// A site's own licensed wording of an instrument whose text does not ship.
///
/// It stays with the site: what ships is only the shape that it must fit. A pack never changes
/// scoring, bands or thresholds.
public struct WordingPack: Hashable, Sendable {
  /// The instrument.
  public let instrument: InstrumentID
  /// The language of the wording as BCP 47 tag.
  public var language: String { wording.language }
  /// The site's statement that it may use the instrument; nil when the pack has none.
  public let attestation: LicenceAttestation?
  let wording: InstrumentWording
  let document: String

  /// Reads a pack.
  ///
  /// - Parameter document: a YAML document of kind `wording` with the `instrument`, the site's
  ///   `licence` (`reference`, `attestedBy` and `on`), and the `wording` (`language`, `stem`, `items`
  ///   and `options`).
  /// - Throws: an error that names the field.
  public init(document: KnowledgeDocument) throws(KnowledgeError) {
    let root = try document.parsed()
    guard try root.kind() == .wording else {
      throw root.failure(expected: "a document of kind wording")
    }
    let object = try root.named(by: "instrument").object(
      keys: ["kind", "schemaVersion", "instrument", "licence", "wording"])
    _ = try object.required("schemaVersion").integer(in: 1...1)
    instrument = InstrumentID(rawValue: try object.required("instrument").text())
    if let licence = object.optional("licence") {
      attestation = try LicenceAttestation(licence)
    } else {
      attestation = nil
    }
    let wording = try object.required("wording").object(keys: WordingReader.keys)
    self.wording = try WordingReader(codeSystem: nil).wording(wording)
    self.document = document.name
  }
}

extension LicenceAttestation {
  fileprivate init(_ field: Field) throws(KnowledgeError) {
    let object = try field.object(keys: ["reference", "attestedBy", "on"])
    self.init(
      reference: try object.required("reference").text(),
      attestedBy: try object.required("attestedBy").text(), on: try object.required("on").day())
  }
}
