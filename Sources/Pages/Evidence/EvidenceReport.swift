public import Care
public import HTML
public import JSON

/// The evidence on treatments, memory and mood, written for people and for programs.
///
/// All forms say first what speaks for the theory and what against it, then what was pooled, then what
/// was not and why.
///
/// ## Topics
/// ### Writing
/// - ``html(_:)``
/// - ``text(_:)``
/// - ``json(_:)``
public enum EvidenceReport {
  /// The name and version of the JSON form.
  public static let jsonSchema = "anamnesis.evidence/1"

  /// Writes the evidence as one self-contained page: no script, no network, for screen and paper.
  ///
  /// - Parameter synthesis: the evidence, read together.
  /// - Returns: the whole page, from its doctype on.
  public static func html(_ synthesis: EvidenceSynthesis) -> HTML { Paper(synthesis).page }

  /// Writes the evidence as plain text of at most 80 columns, in the order of the page.
  ///
  /// - Parameter synthesis: the evidence, read together.
  /// - Returns: the text, ending with a line break.
  public static func text(_ synthesis: EvidenceSynthesis) -> String {
    Paper(synthesis).text
  }

  /// Writes the evidence as JSON for other programs.
  ///
  /// - Parameter synthesis: the evidence, read together.
  /// - Returns: an object whose `schema` is ``jsonSchema``.
  public static func json(_ synthesis: EvidenceSynthesis) -> JSONValue {
    MachineEvidence(synthesis: synthesis).json
  }
}
