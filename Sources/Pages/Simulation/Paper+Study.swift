import Charts
import Simulation

extension Paper {
  /// A plan, or plans compared.
  init(_ finding: StudyFinding) {
    let wording = SimulationWording(finding: finding)
    title = wording.title
    lines = wording.opening
    skip = wording.frame.skip
    shortTitle = "In short"
    short = wording.short
    chapters =
      [Paper.courses(wording), Paper.differences(wording), Paper.ablation(wording)]
      .compactMap(\.self) + [Paper.assumed(wording)] + Paper.standing(wording.frame)
    footer = SimulationStandingWords.footer
  }

  private static func courses(_ wording: SimulationWording) -> Chapter {
    let sections = wording.study.plannedScenarios.map { place in
      var section = Section(
        id: "course-\(place)",
        title: wording.isComparison ? wording.study.scenarios[place].plan.title : nil,
        summary: [], wording: wording.frame)
      section.figure = SimulationSketch(wording: wording).course(place)
      section.table = wording.courseTable(place)
      return section
    }
    return Chapter(
      id: "courses", title: wording.coursesTitle, introduction: wording.coursesIntroduction,
      sections: sections)
  }

  private static func differences(_ wording: SimulationWording) -> Chapter? {
    let places = wording.study.scenarios.indices.filter { place in
      guard wording.study.scenarios[place].reference != nil else { return false }
      return switch wording.study.scenarios[place].kind {
      case .planned, .withoutTreatmentTerms: true
      case .untreated, .without: false
      }
    }
    guard !places.isEmpty else { return nil }
    let sections = places.map { place in
      var section = Section(
        id: "difference-\(place)", title: wording.capitalised(wording.name(of: place)),
        summary: [], wording: wording.frame)
      section.figure = SimulationSketch(wording: wording).difference(place)
      section.table = wording.differenceTable(place)
      section.sureness = [SimulationStandingWords.oneSet]
      return section
    }
    return Chapter(
      id: "differences", title: wording.differencesTitle,
      introduction: wording.differencesIntroduction, sections: sections)
  }

  private static func ablation(_ wording: SimulationWording) -> Chapter? {
    guard let table = wording.ablationTable else { return nil }
    var section = Section(id: "ablation-table", summary: [], wording: wording.frame)
    section.table = table
    return Chapter(
      id: "ablation", title: wording.ablationTitle, introduction: wording.ablationIntroduction,
      sections: [section])
  }

  private static func assumed(_ wording: SimulationWording) -> Chapter {
    let sections = wording.study.plannedScenarios.map { place in
      let plan = wording.study.scenarios[place].plan
      var section = Section(
        id: "assumed-\(place)", title: wording.isComparison ? plan.title : nil, summary: [],
        wording: wording.frame)
      section.list = wording.assumptions(of: plan)
      return section
    }
    return Chapter(id: "assumed", title: wording.assumedTitle, sections: sections)
  }

  /// What every simulation says of itself.
  static func standing(_ frame: Wording) -> [Chapter] {
    let chapters = [
      ("limits", SimulationStandingWords.limitsTitle, SimulationStandingWords.limits),
      (
        "failures", SimulationStandingWords.knownFailuresTitle,
        SimulationStandingWords.knownFailures
      ), ("against", SimulationStandingWords.againstTitle, SimulationStandingWords.against),
    ]
    return chapters.map { id, title, sentences in
      var section = Section(id: "\(id)-list", summary: [], wording: frame)
      section.list = sentences
      return Chapter(id: id, title: title, sections: [section])
    }
  }
}
