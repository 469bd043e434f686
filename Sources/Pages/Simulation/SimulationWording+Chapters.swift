import Charts
import Simulation

extension SimulationWording {
  // MARK: Titles and introductions

  var coursesTitle: String { "How it goes" }
  var coursesIntroduction: [String] {
    [
      "The line is the mean PHQ-9, the bands are people: half of them lie in the inner one, eight of "
        + "ten in the outer one. They are not bands of certainty. Right after inclusion the mean falls by chance "
        + "alone: people are included on a day when their form is high."
    ]
  }

  var differencesTitle: String { isComparison ? "What differs" : "What the plan does" }
  var differencesIntroduction: [String] {
    [
      "The same people with the same luck in both, so that only the plan differs. Below 0 is less "
        + "depression. The error is that of the number of invented people alone; it says nothing of "
        + "how wrong the model may be. " + SimulationStandingWords.noise
    ]
  }

  var ablationTitle: String { "What each part of the theory does here" }
  var ablationIntroduction: [String] {
    [
      "The same people and the same plan, with one part of the model taken away at a time. It shows "
        + "what the model is made of. It does not show that the parts exist. All are differences from "
        + "the same visits without treatment."
    ]
  }

  var assumedTitle: String { "What was assumed" }

  // MARK: Tables

  func courseTable(_ index: Int) -> DataTable {
    let rows = shownForms(index).map { form in
      [
        "Day \(form.day)", points(form.sum.mean),
        "\(form.quantile(0.1) ?? 0) to \(form.quantile(0.9) ?? 0)", percent(form.response),
        percent(form.remission),
      ]
    }
    return DataTable(
      caption: name(of: index),
      headings: ["Day", "mean PHQ-9", "eight of ten people", "response", "remission"], rows: rows)
  }

  func differenceTable(_ index: Int) -> DataTable {
    let rows = shownForms(index).map { form in
      [
        "Day \(form.day)", amount(form.difference), share(form.responseDifference),
        share(form.remissionDifference),
      ]
    }
    return DataTable(
      caption: name(of: index), headings: ["Day", "PHQ-9", "response", "remission"], rows: rows)
  }

  /// About a dozen days, the last among them.
  private func shownForms(_ index: Int) -> [FormTally] {
    let forms = finding.forms(index)
    let step = max(1, (forms.count + 11) / 12)
    return forms.enumerated().filter { ($0.offset + 1) % step == 0 || $0.offset == forms.count - 1 }
      .map(\.element)
  }

  private func share(_ difference: PairedSum) -> String {
    guard let mean = difference.mean else { return "–" }
    return "\(signed(mean * 100)) %"
  }

  var ablationTable: DataTable? {
    let places = study.scenarios.indices.filter {
      switch study.scenarios[$0].kind {
      case .planned, .without, .withoutTreatmentTerms: !isComparison
      case .untreated: false
      }
    }
    guard places.count > 1 else { return nil }
    let days = ablationDays
    let rows = places.map { place in
      [capitalised(name(of: place))]
        + days.map { day in
          finding.forms(place).first { $0.day == day }.map { amount($0.difference) } ?? "–"
        }
    }
    return DataTable(
      caption: ablationTitle, headings: ["Scenario"] + days.map { "day \($0)" }, rows: rows)
  }

  /// An early, a middle and the last day with forms.
  private var ablationDays: [Int] {
    let days = study.formDays
    guard let first = days.first, let last = days.last else { return [] }
    let middle = days.first { $0 >= 28 } ?? last
    return Set([first, middle, last]).sorted()
  }

  func capitalised(_ words: String) -> String { EvidenceWording.capitalised(words) }

  // MARK: What was assumed

  func assumptions(of plan: Plan) -> [String] {
    let course = plan.course
    let treatments = course.treatments.map {
      "\($0.treatment): \(DaysText.of($0.days)), \(dose($0.dose))"
    }
    let visits = course.visits.map {
      "Visits: \(DaysText.of($0.days)), each \(NumberText.short($0.weight)) times an ordinary one for "
        + "what people expect"
    }
    let events = course.events.map {
      "A stressful event for everybody on day \($0.day), \(NumberText.short($0.size)) times an "
        + "average one"
    }
    let stretches = course.circumstances.map {
      "Circumstances \($0.shift < 0 ? "worse" : "better") by "
        + "\(NumberText.short($0.shift.magnitude)): \(DaysText.of($0.days))"
    }
    let lines = treatments + visits + events + stretches
    let adherence = course.adherence.map { "Practice is done on \(percent($0)) of its days" }
    let start = plan.start.map { "Day 0 is \(DateText.day($0))" }
    return (lines.isEmpty ? ["Nothing happens: people wait"] : lines)
      + [adherence, start].compactMap(\.self)
  }

  private func dose(_ dose: Double) -> String {
    dose == 1 ? "usual dose" : "\(NumberText.short(dose)) times the usual dose"
  }
}
