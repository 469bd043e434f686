import Care
import JSON
import Knowledge

/// What `anamnesis taper` prints.
struct TaperResult: AnalysisResult {
  let plan: TaperPlan

  /// Whom it is for.
  static let audience = """
    For clinicians: a calculation for the prescriber to review, not a prescription; not for patients.
    """

  var lines: [String] {
    [Self.audience, "", heading, ""] + table + [""] + largeLines + endingLines + riskLines
      + section("To be noted", plan.flags.map { ("", $0.description) })
      + section("Measured", plan.anchors.map { ("", $0.words) })
      + section("For every taper", plan.advice.map { ("", $0.text) })
      + section("Where this comes from", sources)
  }

  private var heading: String {
    let form = plan.form.map { ", \($0)" } ?? ""
    let steps =
      switch plan.mode {
      case .occupancy:
        """
        steps of at most \(plan.allowed?.step.short ?? "") points of predicted occupancy, the last of \
        at most \(plan.allowed?.lastStep.short ?? "")
        """
      case .proportional: "by a share of the previous dose"
      case .preset: "as published"
      }
    return "\(plan.medicine.name)\(form) from \(plan.current.dose), \(steps), every \(interval)"
  }

  private var interval: String {
    plan.everyDays % 7 == 0 ? counted(plan.everyDays / 7, "week") : counted(plan.everyDays, "day")
  }

  /// One row a dose; the columns of occupancy only where there is a model.
  private var table: [String] { plan.curve == nil ? plainTable : fullTable }

  private var fullTable: [String] {
    var table = TextTable(
      "from", "dose", "of previous", "occupancy (band)", "fall (band)", "aimed at, off by",
      "made of")
    table.add(
      "now", "\(plan.current.dose)", "", plan.current.occupancy?.words ?? "", "", "",
      plan.current.makeUp.words)
    for step in plan.steps {
      table.add(
        step.dayWords, step.level.dose.words, step.shareWords, step.level.occupancy?.words ?? "",
        step.fall?.words ?? "", step.rounding, step.makeUpWords)
    }
    return table.lines
  }

  private var plainTable: [String] {
    var table = TextTable("from", "dose", "of previous", "aimed at, off by", "made of")
    table.add("now", "\(plan.current.dose)", "", "", plan.current.makeUp.words)
    for step in plan.steps {
      table.add(
        step.dayWords, step.level.dose.words, step.shareWords, step.rounding, step.makeUpWords)
    }
    return table.lines
  }

  /// Says beneath the table what its mark means.
  private var largeLines: [String] {
    guard plan.steps.contains(where: \.isLarge) else { return [] }
    return [
      """
      LARGE STEPS are marked: they cut more than a guideline's example. Think of --cautious, \
      --mode proportional or a dose between before prescribing one.
      """, "",
    ]
  }

  private var endingLines: [String] {
    guard case .blocked(let barrier) = plan.ending else { return [] }
    return [
      """
      NOT COMPLETE: no step leads on from \(barrier.dose). \(barrier.cause.words(barrier)) Needed is \
      a dose from \(barrier.needed.lowerBound.digits(3)) to \
      \(barrier.needed.upperBound.digits(3)) mg, by a liquid, a finer syringe or smaller tablets.
      """, "",
    ]
  }

  private var riskLines: [String] {
    let present = plan.risk.modifiers(with: .recorded(true)).map(\.words)
    let unknown = plan.risk.modifiers(with: .notRecorded).map(\.words)
    var line =
      "Risk of withdrawal with this medicine: \(plan.risk.tier?.rawValue ?? "not on record")"
    if !present.isEmpty { line += "; raised by \(present.joined(separator: ", "))" }
    if !unknown.isEmpty { line += "; not recorded: \(unknown.joined(separator: ", "))" }
    return [line]
  }

  private func section(_ title: String, _ rows: [(String, String)]) -> [String] {
    rows.isEmpty
      ? [] : ["", title] + rows.map { $0.isEmpty ? "  \($1)" : "  \($0): \($1)" }
  }

  private var sources: [(String, String)] {
    plan.basis.map { ($0.name, $0.evidence.words) }
      + plan.advice.enumerated().map { ("advice \($0 + 1)", $1.evidence.words) }
  }
}
