public import JSON
public import Knowledge

/// A filled-in questionnaire, by its answers or by its total alone.
public struct Response: Hashable, Sendable {
  /// What is kept of the questionnaire.
  public enum Content: Hashable, Sendable {
    /// The value of the option chosen for each item; an absent item was skipped.
    case answers([ItemID: Int])
    /// The total alone, in points.
    case total(Double)
  }

  /// Who filled it in.
  public enum Rater: String, Choice {
    /// The patient.
    case selfReport
    /// A clinician.
    case clinician
    /// Somebody else, such as a relative.
    case other
  }

  /// How it was filled in.
  public enum Mode: String, Choice {
    /// In this system.
    case here
    /// On paper.
    case paper
    /// Asked in a conversation.
    case interview
    /// In another system.
    case otherSystem
  }

  /// The instrument.
  public let instrument: InstrumentID
  /// The version of the instrument's record that was used, where it is known.
  public let instrumentVersion: Name?
  /// The answers or the total.
  public let content: Content
  /// Who filled it in.
  public let rater: Rater
  /// How it was filled in.
  public let mode: Mode
  /// Whether the site attested its licence, where the instrument asks for one.
  public let licenceAttested: Bool?

  /// Creates the fact.
  ///
  /// - Parameters:
  ///   - instrument: the instrument.
  ///   - instrumentVersion: the version of the instrument's record, where it is known.
  ///   - content: the answers or the total.
  ///   - rater: who filled it in.
  ///   - mode: how it was filled in.
  ///   - licenceAttested: whether the site attested its licence.
  /// - Throws: an error when the instrument is unnamed or the total is not finite.
  public init(
    instrument: InstrumentID, instrumentVersion: Name? = nil, content: Content,
    rater: Rater = .selfReport, mode: Mode = .here, licenceAttested: Bool? = nil
  ) throws(FieldError) {
    if instrument.rawValue.isEmpty { throw FieldError("instrument", "must not be empty") }
    if case .total(let total) = content, !total.isFinite {
      throw FieldError("total", "\(total) is not finite")
    }
    self.instrument = instrument
    self.instrumentVersion = instrumentVersion
    self.content = content
    self.rater = rater
    self.mode = mode
    self.licenceAttested = licenceAttested
  }
}

extension Response: Codable {
  private enum CodingKeys: String, CodingKey {
    case instrument, instrumentVersion, answers, total, rater, mode, licenceAttested
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      instrument: container.decode(InstrumentID.self, forKey: .instrument),
      instrumentVersion: container.decodeIfPresent(Name.self, forKey: .instrumentVersion),
      content: Response.content(in: container),
      rater: container.decode(Rater.self, forKey: .rater),
      mode: container.decode(Mode.self, forKey: .mode),
      licenceAttested: container.decodeIfPresent(Bool.self, forKey: .licenceAttested))
  }

  private static func content(in container: KeyedDecodingContainer<CodingKeys>) throws -> Content {
    let answers = try container.decodeIfPresent([String: Int].self, forKey: .answers)
    let total = try container.decodeIfPresent(Double.self, forKey: .total)
    switch (answers, total) {
    case (let answers?, nil):
      let pairs = answers.map { (ItemID(rawValue: $0.key), $0.value) }
      return .answers(Dictionary(pairs) { first, _ in first })
    case (nil, let total?): return .total(total)
    default: throw FieldError("", "expected either answers or total")
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(instrument, forKey: .instrument)
    try container.encodeIfPresent(instrumentVersion, forKey: .instrumentVersion)
    switch content {
    case .answers(let answers):
      let pairs = answers.map { ($0.key.rawValue, $0.value) }
      try container.encode(Dictionary(pairs) { first, _ in first }, forKey: .answers)
    case .total(let total): try container.encode(total, forKey: .total)
    }
    try container.encode(rater, forKey: .rater)
    try container.encode(mode, forKey: .mode)
    try container.encodeIfPresent(licenceAttested, forKey: .licenceAttested)
  }
}
