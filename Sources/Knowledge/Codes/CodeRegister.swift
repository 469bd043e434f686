/// The published codes that somebody has looked up, and what each stands for.
///
/// Codes are easily swapped, and a wrong one travels far. So an instrument may carry a code only when
/// the register says that the code is the instrument's own.
public struct CodeRegister: Hashable, Sendable {
  /// One code.
  public struct Row: Hashable, Sendable {
    /// The code.
    public let code: Code
    /// What it stands for.
    public let meaning: String
    /// The instruments that may carry it; empty for a code that is kept to catch a known mistake.
    public let instruments: [InstrumentID]
  }

  /// The rows in the order of the resource.
  public let rows: [Row]
  /// Where they come from.
  public let provenance: Provenance
}
