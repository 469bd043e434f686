public import Inference
public import Knowledge
public import Time

/// What the evidence on treatments, memory and mood says together, for and against the theory that
/// treatments which help also restore memory.
///
/// Rows share trials: reviews of one treatment pool the same studies. From each body of trials at most
/// one effect enters each domain, that of the most studies, so that nobody counts twice. Effects in
/// other units, without control, or without a standard error stay out, and are listed with the reason.
public struct EvidenceSynthesis: Sendable {
  /// An effect that was not pooled, and why.
  public struct LeftOut: Hashable, Sendable {
    /// The row.
    public let row: TreatmentEffect
    /// The row's own effect, or one alongside.
    public let reported: ReportedEffect
    /// Why it was not pooled.
    public let obstacle: EvidenceObstacle
  }

  /// The domains that are pooled, in the order of the report.
  public static let domains: [EffectDomain] = [.coldMemory, .hotMemory, .cognition, .mood]

  /// The rows asked about, in the order of the table.
  public let rows: [TreatmentEffect]
  /// Whether general knowledge, unconfirmed citations and unclear designs were let in.
  public let includesUncertain: Bool
  /// What was asked about, if not all treatments.
  public let treatment: String?
  /// One pool for each domain.
  public let pools: [EvidencePool]
  /// Memory effects beside mood effects.
  public let coupling: EvidenceCoupling
  /// The effects that were not pooled.
  public let leftOut: [LeftOut]
  /// How memory and cognition differ in depression; empty when one treatment was asked about.
  public let deficits: [MemoryDeficit]
  /// The day on which the citations were last looked up.
  public let retrieved: Day
  /// Whether a named clinician has checked the table against the papers.
  public let isReviewed: Bool

  /// Reads the evidence together.
  ///
  /// - Parameters:
  ///   - evidence: the tables.
  ///   - treatment: words that a row's treatment or body of trials must contain, in any case; `nil`
  ///     for all.
  ///   - includesUncertain: whether to let in general knowledge, unconfirmed citations and designs
  ///     that the abstract does not tell.
  /// - Throws: ``InferenceError`` when no row is about the treatment.
  public init(
    of evidence: MemoryEvidence, treatment: String? = nil, includesUncertain: Bool = false
  ) throws(InferenceError) {
    let wanted = treatment?.lowercased()
    let rows = evidence.effects.filter { row in
      wanted.map { "\(row.treatment) \(row.trials)".lowercased().contains($0) } ?? true
    }
    guard !rows.isEmpty else {
      let known = EvidenceSynthesis.bodies(of: evidence.effects).joined(separator: ", ")
      throw .option("no row is about \"\(treatment ?? "")\"; ask for one of: \(known)")
    }
    let sieve = EvidenceSieve(rows, includesUncertain: includesUncertain)
    self.rows = rows
    self.includesUncertain = includesUncertain
    self.treatment = treatment
    pools = EvidenceSynthesis.domains.map { domain in
      let members = sieve.chosen(domain)
      return EvidencePool(
        domain: domain, members: members,
        analysis: .trying { () throws(InferenceError) in
          try MetaAnalysis.pooling(members.map(\.study))
        })
    }
    let pairs = sieve.pairs
    coupling = EvidenceCoupling(
      pairs: pairs,
      analysis: .trying { () throws(InferenceError) in
        try BivariateMetaRegression.sensitivity(
          pairs.map { EffectPair(response: $0.memory.study, predictor: $0.mood.study) })
      })
    leftOut = sieve.leftOut
    deficits = treatment == nil ? evidence.deficits : []
    retrieved = evidence.provenance.retrieved
    isReviewed = evidence.provenance.reviewed
  }

  /// The rows that bear on the theory in one way.
  ///
  /// - Parameter bearing: the way.
  /// - Returns: the rows in the order of the table.
  public func rows(_ bearing: TreatmentEffect.Bearing) -> [TreatmentEffect] {
    rows.filter { $0.bearing == bearing }
  }

  /// The bodies of trials, each once, in the order of the table.
  ///
  /// - Parameter rows: the rows.
  /// - Returns: their names.
  static func bodies(of rows: [TreatmentEffect]) -> [String] {
    var seen: Set<String> = []
    return rows.map(\.trials).filter { seen.insert($0).inserted }
  }
}

extension Finding {
  /// An answer, or the reason that an analysis gives for having none.
  fileprivate static func trying(
    _ analysis: () throws(InferenceError) -> Value
  ) -> Finding {
    do { return .found(try analysis()) } catch {
      guard case .tooFew(let observed, let needed, _) = error else {
        return .notYet(NotYet("It cannot be computed: \(error)."))
      }
      return .notYet(
        NotYet(
          "Too few comparable studies: \(observed) of at least \(needed).", observed: observed,
          needed: needed))
    }
  }
}
