import Care
import Interchange
import Knowledge

/// The files by which the care team states what no record holds.
struct GuidanceFiles {
  /// What the files say.
  struct Contents: Sendable {
    let facts: KnownFacts
    let trials: StagingCase?
  }

  let facts: InputFile?
  let trials: InputFile?

  /// Reads the files.
  ///
  /// - Parameter knowledge: the catalogues of facts, medicines and treatments.
  /// - Returns: what they say.
  /// - Throws: ``BadInput`` that names the file.
  func read(using knowledge: Knowledge) throws -> Contents {
    Contents(
      facts: try facts.map { try stated($0, knowledge) } ?? KnownFacts(),
      trials: try trials.map { try listed($0, knowledge) })
  }

  private func stated(_ file: InputFile, _ knowledge: Knowledge) throws -> KnownFacts {
    let document = KnowledgeDocument(name: file.name, text: try file.text())
    do {
      return try knowledge.rules.facts(in: document).facts
    } catch {
      throw BadInput("the case", error)
    }
  }

  private func listed(_ file: InputFile, _ knowledge: Knowledge) throws -> StagingCase {
    let text = try file.text()
    do {
      return try StagingCase(yaml: text, knowledge: knowledge)
    } catch {
      throw BadInput(file.name, error)
    }
  }
}
