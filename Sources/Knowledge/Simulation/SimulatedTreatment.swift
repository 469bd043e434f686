/// A treatment as the simulation of groups sees it: data, no code.
///
/// Its numbers were fitted to groups in published trials. No rule, no dose and no page about a person
/// reads them.
public struct SimulatedTreatment: Hashable, Sendable {
  /// A quantity that one session moves and that then fades.
  public struct Impulse: Hashable, Sendable {
    /// What one session moves it by, from 0 to 1.
    public let amplitude: Double
    /// Days until 1/e of it is left.
    public let days: Double
  }

  /// The name by which plans call it.
  public let id: String
  /// The name as readers see it.
  public let name: String
  /// The published time course beside which its window is read.
  public let kernel: KernelID?
  /// The window of plasticity of one session.
  public let window: Impulse?
  /// The acute lift of mood of one session, 0 for none.
  public let lift: Double
  /// What one session takes from the retrieval of memories.
  public let retrievalLoss: Impulse?
  /// The occupancy of the transporter while it is taken, from 0 to 1.
  public let occupancy: Double
  /// Units of practice of one session or day.
  public let practice: Double
  /// The share of practice that is aimed at negative memories, from 0 to 1.
  public let aimed: Double
  /// What the first visit weighs as an expectancy; an ordinary first visit weighs 1.
  public let firstVisit: Double
  /// What each later visit weighs.
  public let laterVisit: Double
  /// How well the numbers are known and where they come from.
  public let evidence: Evidence
}
