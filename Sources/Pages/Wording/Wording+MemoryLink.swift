import Care
import Charts
import Inference

/// The link from practice over memory to a rating, for research.
extension Wording {
  var memoryIntroduction: String {
    "Whether days of practice come before better memory, and better memory before a better rating, "
      + "each a day apart. Nobody drew lots for the days of practice, so this can be consistent with "
      + "a path over memory and cannot prove one."
  }

  func memorySummary(_ part: MemoryLinkPart) -> [String] {
    guard let link = part.result.value else {
      return part.result.missing.map { [missing($0)] } ?? []
    }
    let name = ItemText.name(part.item)
    let reading =
      switch link.reading {
      case .notShown:
        "No path from practice over memory to “\(name)” is shown: its 95 % interval holds 0."
      case .bothWays:
        "A path from practice over memory to “\(name)” is there, and so is the way back from "
          + "“\(name)” to memory: which comes first cannot be told."
      case .consistentWithMediation:
        "The days are consistent with a path from practice over memory to “\(name)”. They do not "
          + "prove it."
      }
    return [
      reading,
      "Memory here is \(ItemText.words(part.figure).lowercased()) of the task \(part.task); lag "
        + "\(CountText.of(link.lag, "day")).",
    ]
  }

  func memoryFacts(_ part: MemoryLinkPart) -> [Section.Fact] {
    guard let link = part.result.value else { return [] }
    let number = { (value: Double) in NumberText.fixed(value, places: 3) }
    let sensitivity = link.sensitivity
    return [
      .init(
        name: "Pairs of days", value: "\(link.count) of \(link.possibleCount)",
        note: "80 % power from a standardised path of \(number(link.detectablePath)) on."),
      .init(
        name: "Correlation of errors within a day", value: number(link.errorCorrelation)),
      .init(
        name: "Hidden influence that would take the path away",
        value: sensitivity.nullingCorrelation.map { "ρ = \(number($0))" } ?? "none could",
        note: "The interval reaches 0 at "
          + (sensitivity.intervalCorrelation.map { "ρ = \(number($0))." } ?? "no ρ.")),
      .init(name: "Share of draws that never settle", value: number(link.explosiveShare)),
    ]
  }

  var memoryHeadings: [String] {
    ["Path", "Mean (SD)", "80 % interval", "95 % interval", "Probability above 0"]
  }

  func memoryRows(_ part: MemoryLinkPart) -> [[String]] {
    guard let link = part.result.value else { return [] }
    let paths = link.paths
    let rows: [(String, Mediation.Estimate?)] = [
      ("Practice to memory (a)", paths.causeToMediator),
      ("Memory to rating (b)", paths.mediatorToOutcome),
      ("Over memory (a b)", link.indirect),
      ("Over memory, in SD", link.standardisedIndirect),
      ("Over memory, long run", link.longRunIndirect),
      ("Way back: rating to memory (d)", link.reverse?.path),
      ("Way back: practice over rating (c d)", link.reverse?.indirect),
      ("Past memory (c)", paths.direct), ("Memory keeps of itself", paths.mediatorPersistence),
      ("Rating keeps of itself", paths.outcomePersistence),
      ("Practice of the task itself", paths.practice),
    ]
    return rows.compactMap { name, estimate in estimate.map { row(name, $0) } }
  }

  private func row(_ name: String, _ estimate: Mediation.Estimate) -> [String] {
    let number = { (value: Double) in NumberText.fixed(value, places: 3) }
    let range = { (range: ClosedRange<Double>) in
      "\(number(range.lowerBound)) to \(number(range.upperBound))"
    }
    return [
      name, "\(number(estimate.mean)) (\(number(estimate.standardDeviation)))",
      range(estimate.central80), range(estimate.central95), number(estimate.probabilityAboveZero),
    ]
  }

  func memorySureness(_ part: MemoryLinkPart) -> [String] {
    guard let link = part.result.value else { return [] }
    return link.cautions.map { caution in
      switch caution {
      case .wayBack: "The rating also leads back to memory."
      case .easilyHidden: "A weak hidden influence would explain it."
      case .fewDays: "Only strong paths can be found in so few days."
      case .noLongRun: "The long run cannot be told."
      case .withoutPractice: "Getting better at the task by doing it is not allowed for."
      }
    } + ["One person's days prove nothing of the kind."]
  }
}
