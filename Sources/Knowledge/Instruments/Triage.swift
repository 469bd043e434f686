/// How yes-or-no answers lead to a level of risk, as a table of decisions.
///
/// A level is for clinicians and never shown to a patient. The lowest says only what was reported.
public struct Triage: Hashable, Sendable {
  /// One level.
  public struct Level: Hashable, Sendable {
    /// The identifier, such as `high`.
    public let id: String
    /// What may be displayed.
    public let label: String
    /// The items of which one yes is enough; empty for the level that remains.
    public let items: [ItemID]
    /// Where the level comes from.
    public let evidence: Evidence
  }

  /// Items that are not asked after a certain answer.
  public struct Skip: Hashable, Sendable {
    /// The item that decides.
    public let item: ItemID
    /// Its answer.
    public let answer: Int
    /// The items that are then not asked and count as no.
    public let items: [ItemID]
  }

  /// The levels from the highest to the lowest.
  public let levels: [Level]
  /// What remains when no item of any level was answered yes.
  public let otherwise: Level
  /// Which items are not asked after which answers.
  public let skips: [Skip]
}
