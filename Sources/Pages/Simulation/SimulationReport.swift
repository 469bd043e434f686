public import HTML
public import JSON
public import Simulation

/// What a simulation found, written for people and for programs.
///
/// All forms say that the people are invented, how much one form can be trusted, what happens with every
/// term of the treatments at zero, what the model cannot say and what speaks against it.
///
/// ## Topics
/// ### A plan, or plans compared
/// - ``html(_:)-(StudyFinding)``
/// - ``text(_:)-(StudyFinding)``
/// - ``json(_:)-(StudyFinding)``
/// - ``csv(_:)``
/// ### What all of them say
/// - ``invented``
/// ### The power of a design
/// - ``html(_:)-(PowerFinding)``
/// - ``text(_:)-(PowerFinding)``
/// - ``json(_:)-(PowerFinding)``
public enum SimulationReport {
  /// The name and version of the JSON form of a plan or a comparison.
  public static let jsonSchema = "anamnesis.simulation/1"
  /// The name and version of the JSON form of the power of a design.
  public static let powerSchema = "anamnesis.simulation.power/1"

  /// What every output says first: whom it is not about.
  public static let invented = SimulationStandingWords.invented

  /// Writes a finding as one self-contained page: no script, no network, for screen and paper.
  ///
  /// - Parameter finding: a plan, or plans compared.
  /// - Returns: the whole page, from its doctype on.
  public static func html(_ finding: StudyFinding) -> HTML { Paper(finding).page }

  /// Writes a finding as plain text of at most 80 columns, in the order of the page.
  ///
  /// - Parameter finding: a plan, or plans compared.
  /// - Returns: the text, ending with a line break.
  public static func text(_ finding: StudyFinding) -> String { Paper(finding).text }

  /// Writes a finding as JSON for other programs.
  ///
  /// - Parameter finding: a plan, or plans compared.
  /// - Returns: an object whose `schema` is ``jsonSchema``.
  public static func json(_ finding: StudyFinding) -> JSONValue {
    MachineSimulation(finding: finding).json
  }

  /// Writes the courses of a finding as a table with one row for each scenario and day.
  ///
  /// - Parameter finding: a plan, or plans compared.
  /// - Returns: CSV with a header line; shares and points with up to six decimals.
  public static func csv(_ finding: StudyFinding) -> String {
    SimulationTable(finding: finding).csv
  }

  /// Writes the power of a design as one self-contained page.
  ///
  /// - Parameter finding: what trials of the design found.
  /// - Returns: the whole page, from its doctype on.
  public static func html(_ finding: PowerFinding) -> HTML { Paper(finding).page }

  /// Writes the power of a design as plain text of at most 80 columns.
  ///
  /// - Parameter finding: what trials of the design found.
  /// - Returns: the text, ending with a line break.
  public static func text(_ finding: PowerFinding) -> String { Paper(finding).text }

  /// Writes the power of a design as JSON for other programs.
  ///
  /// - Parameter finding: what trials of the design found.
  /// - Returns: an object whose `schema` is ``powerSchema``.
  public static func json(_ finding: PowerFinding) -> JSONValue {
    MachinePower(finding: finding).json
  }
}
