import Care
import Charts
import Inference
import Time

extension Section {
  /// One section for each change that was asked about.
  static func effects(of part: EffectsPart, id: String, in material: Material) -> [Section] {
    part.effects.enumerated().map { index, effect in
      Section(effect, of: part, id: "\(id)-\(index + 1)", in: material)
    }
  }

  private init(
    _ effect: EffectsPart.Effect, of part: EffectsPart, id: String, in material: Material
  ) {
    let wording = material.wording
    self.init(
      id: id, title: "\(ItemText.name(part.item)): \(wording.title(of: effect))",
      summary: wording.effectSummary(effect, of: part), wording: wording)
    if case .success(let dates) = effect.analysis.value?.placebo {
      figure =
        PlaceboSketch(
          dates: dates, effect: effect, part: part, id: id, wording: wording
        ).figure
    }
    sureness = wording.effectSureness(effect, of: part)
    used = wording.effectUsed(part)
    guard wording.isResearcher else { return }
    facts = wording.effectFacts(effect, of: part)
    table = effect.multiverse.map { multiverse in
      DataTable(
        caption: "Other specifications", headings: wording.specificationHeadings,
        rows: multiverse.verdicts.map(wording.specificationRow))
    }
  }
}

/// Draws the difference that the same change would have made at every other date.
private struct PlaceboSketch {
  let dates: PlaceboDates
  let effect: EffectsPart.Effect
  let part: EffectsPart
  let id: String
  let wording: Wording

  var figure: Figure? {
    guard let axis = TimeAxis(dates.candidates.map { part.day($0.time) }) else { return nil }
    var chart = TrajectoryChart(
      heading: Heading(
        id: id, title: wording.title(of: effect), caption: "The same change at every other date",
        summary: wording.picture(of: dates, effect, of: part)),
      days: axis.axis,
      values: ValueAxis(title: "Difference, points", places: ScaleText(scale: part.scale).places))
    chart.estimates = shown.map { candidate in
      let half = 1.96 * candidate.standardError
      return Charts.Estimate(
        axis.position(part.day(candidate.time)), candidate.estimate,
        outer: .init(candidate.estimate - half, candidate.estimate + half))
    }
    chart.changePoints = [
      ChangePoint(
        day: axis.position(effect.day),
        interval: .init(axis.position(likely.lowerBound), axis.position(likely.upperBound)),
        label: "The change, with the dates that fit about as well as the best")
    ]
    chart.words = wording.chartWords
    chart.words.estimate = "Difference if it had come then"
    return chart.figure
  }

  /// All dates of a year; of more the proposed one and every few.
  private var shown: [PlaceboDates.Candidate] {
    let every = max(dates.candidates.count / 366, 1)
    return dates.candidates.enumerated().filter { index, candidate in
      index % every == 0 || candidate.time == dates.proposed.time
    }.map(\.element)
  }

  private var likely: ClosedRange<Day> {
    switch dates.dating {
    case .within(let range), .notUnique(let range):
      part.day(range.lowerBound)...part.day(range.upperBound)
    }
  }
}
