import Foundation
import Knowledge
import Simulation
import Testing

/// Groups of simulated people beside published findings: the table in `Sources/Simulation/README.md` is
/// what this computes, figure by figure.
@Suite struct AcceptanceTests {
  /// People screened; about a quarter is included.
  private static let screened = 40_000
  /// What the first parameters met of the 41 findings they were fitted to, as far as was known then.
  private static let least = 33

  private static let readme = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources/Simulation/README.md")

  private static let begin = "<!-- acceptance: written by script/calibration -->\n"
  private static let end = "\n<!-- end of acceptance -->"

  /// The section of the README as it follows from a table.
  private func section(_ table: AcceptanceTable, included: Int) -> String {
    let fitted = AcceptanceTarget.fitted.count
    let held = AcceptanceTarget.heldOut.count
    return """
      \(AcceptanceTests.screened) people screened with seed 1, \(included) included. \
      Fitted findings met: \(table.passing(.fitted)) of \(fitted). \
      Held-out findings met: \(table.passing(.heldOut)) of \(held).

      Not met: \(table.failures.joined(separator: ", ")).

      \(table.markdown)
      """
  }

  @Test func `groups meet as many findings as the table in the README says`() throws {
    let study = try AcceptanceStudy(
      treatments: Treatments(try .bundled()), screened: AcceptanceTests.screened)
    #expect(study.included >= 8000)
    let table = AcceptanceTable(try study.values())
    print(table.markdown)
    #expect(table.rows.allSatisfy { $0.value != nil })
    #expect(table.passing(.fitted) >= AcceptanceTests.least)
    let text = try String(contentsOf: AcceptanceTests.readme, encoding: .utf8)
    let parts = text.components(separatedBy: AcceptanceTests.begin)
    let rest = parts.last?.components(separatedBy: AcceptanceTests.end) ?? []
    try #require(parts.count == 2 && rest.count == 2)
    let section = section(table, included: study.included)
    if ProcessInfo.processInfo.environment["CALIBRATION_WRITES"] != nil {
      try (parts[0] + AcceptanceTests.begin + section + AcceptanceTests.end + rest[1])
        .write(to: AcceptanceTests.readme, atomically: true, encoding: .utf8)
    } else {
      #expect(
        rest[0] == section,
        "run CALIBRATION_WRITES=1 script/calibration --filter AcceptanceTests and read the change")
    }
  }

  @Test func `the parameters before these meet fewer findings with people who stay themselves`()
    throws
  {
    let treatments = Treatments(try .bundled()).changing { treatment in
      switch treatment.id {
      case "ketamine":
        (treatment.windowDays, treatment.acuteLift) = (6.331599822834897, 2.417790470116249)
      case "psilocybin":
        (treatment.windowDays, treatment.acuteLift) = (15.753637732884826, 1.3912296665783723)
      case "ect":
        treatment.windowAmplitude = 0.4039170936845111
        treatment.acuteLift = 1.3711998632304676
        treatment.retrievalLoss = 0.0649250634938883
      default: break
      }
    }
    let study = try AcceptanceStudy(
      parameters: .version11, treatments: treatments, screened: AcceptanceTests.screened)
    let table = AcceptanceTable(try study.fittedValues())
    print("version 1.1: \(table.passing(.fitted)) fitted findings met")
    #expect(table.passing(.fitted) < AcceptanceTests.least)
  }

  @Test func `treatments without their specific terms fail the table`() throws {
    var parameters = Parameters()
    parameters.windowPlasticity = 0
    parameters.windowRelaxation = 0
    parameters.occupancyRetrieval = 0
    parameters.occupancyExperience = 0
    parameters.occupancyPlasticity = 0
    let treatments = Treatments(try .bundled()).changing { $0.acuteLift = 0 }
    let study = try AcceptanceStudy(
      parameters: parameters, treatments: treatments, screened: 4000)
    let table = AcceptanceTable(try study.fittedValues())
    #expect(table.passing(.fitted) < AcceptanceTests.least - 8)
    #expect(table.failures.contains("ketamine-day-1"))
    #expect(table.failures.contains("ssri-effect"))
  }
}
