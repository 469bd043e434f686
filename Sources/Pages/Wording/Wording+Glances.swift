import Care
import Knowledge

extension Wording {
  /// How many sentences the top of a report holds at most.
  private static let most = 6

  /// Three to six sentences that say the most important, each with the chapter that says more.
  func glances(_ material: Material) -> [ReportModel.Glance] {
    let first: [ReportModel.Glance] = [
      material.safety.flatMap(safetyGlance).map { glance($0, .safety) },
      material.signals.flatMap(signalsGlance).map { glance($0, .signals) },
      material.rules.flatMap(rulesGlance).map { glance($0, .rules) },
      material.record.map { glance(recordSummary($0)[0], .record) },
    ].compactMap { $0 }
    let last = material.gaps.flatMap(gapsGlance).map { [glance($0, .gaps)] } ?? []
    let room = max(Wording.most - first.count - last.count, 0)
    return first + chosen(material, room: room) + last
  }

  /// One sentence of each kind in turn, so that no kind crowds out the others.
  private func chosen(_ material: Material, room: Int) -> [ReportModel.Glance] {
    let kinds: [[ReportModel.Glance]] = [
      material.scores.map { questionnaire($0, material) },
      monitoringGlances(material.monitoring).map { glance($0, .monitoring) },
      material.changePoints.reversed().compactMap { part in
        changesGlance(part, material.name(of: part)).map { glance($0, .changes) }
      },
      trajectoryGlances(material.trajectories).map { glance($0, .trajectory) },
      material.patterns.flatMap(patternsGlances).map { glance($0, .patterns) },
      material.effects.flatMap(effectsGlances).map { glance($0, .effects) },
    ]
    let deepest = kinds.map(\.count).max() ?? 0
    let turns = (0..<deepest).flatMap { turn in
      kinds.compactMap { turn < $0.count ? $0[turn] : nil }
    }
    return Array(turns.prefix(room))
  }

  /// The status of a questionnaire where there is one, else its latest total.
  private func questionnaire(_ part: ScoresPart, _ material: Material) -> ReportModel.Glance {
    let status = material.statuses.first { $0.instrument.id == part.instrument.id }
    return status.flatMap(statusGlance).map { glance($0, .status) }
      ?? glance(scoresGlance(part), .scores)
  }

  private func glance(_ sentence: String, _ kind: Chapter.Kind) -> ReportModel.Glance {
    ReportModel.Glance(
      sentence: sentence, chapter: kind.rawValue, more: "More",
      label: "More: \(title(of: kind))")
  }
}
