import ArgumentParser
import Care
import Knowledge
import Time

/// `anamnesis rules check`
struct RulesCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Evaluate the rules on the facts of a case; for clinicians only.",
    discussion: """
      A case is a YAML file with the day on which is asked and the facts that are known, each with \
      its unit:

        day: 2026-03-16
        facts:
          age: 67 a
          medicines.current: [citalopram]
          medicines.proposed: []
          dose(citalopram): { value: 40 mg/d, on: 2026-02-01 }

      A list names all there is; `{ has: [a], hasNot: [b] }` leaves the rest unknown. What follows from \
      a list of medicines, such as their classes, is worked out by the catalogue where the case does \
      not say it; a medicine that is not in it is listed, and nothing is concluded about it.
      """)

  @Argument(help: "The case, or - for the standard input.")
  var file: InputFile

  @Option(help: "Only rules of this place: an ISO 3166 code or EU.")
  var jurisdiction: String?

  @OptionGroup var site: SiteOption

  @Option(help: "How the result is written.")
  var format = OutputFormat.text

  func run() throws {
    let knowledge = try site.knowledge()
    let book = knowledge.rules
    let document = KnowledgeDocument(name: file.name, text: try file.text())
    do {
      let read = try book.facts(in: document)
      guard let day = read.day else {
        throw BadInput(
          file.name, "the case names no day", cure: "add a line such as day: 2026-03-16")
      }
      let medicines = MedicineFacts(MedicineDirectory(knowledge))
      let evaluations = book.evaluate(
        medicines.completing(read.facts), on: day, in: jurisdiction)
      try RulesCheckResult(
        day: day, jurisdiction: jurisdiction, evaluations: evaluations,
        unlisted: medicines.unlisted(in: read.facts)
      ).print(as: format)
    } catch let error as KnowledgeError {
      throw BadInput("the case", error)
    }
  }
}

extension RuleBook {
  /// Refuses names of families that do not exist.
  ///
  /// - Parameters:
  ///   - names: the names.
  ///   - option: the option that gave them.
  /// - Throws: ``BadInput``.
  func requireFamilies(_ names: [String], option: String) throws {
    for name in names where families[name] == nil {
      throw BadInput(
        option, "there is no family '\(name)'",
        cure: "name one of \(families.keys.sorted().joined(separator: ", "))")
    }
  }
}
