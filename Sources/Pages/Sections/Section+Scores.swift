import Care
import Charts
import Knowledge
import PatientRecord
import Time

extension Section {
  init(_ part: ScoresPart, id: String, in material: Material) {
    let wording = material.wording
    self.init(
      id: id, title: "\(part.instrument.abbreviation): \(part.instrument.name)",
      summary: wording.scoresSummary(part), wording: wording)
    figure = Section.figure(of: part, id: id, in: material)
    sureness = wording.scoresSureness(part)
    used = wording.used(part.basis, noun: "form", isDaily: false)
  }

  private static func figure(
    of part: ScoresPart, id: String, in material: Material
  ) -> Figure? {
    guard let axis = TimeAxis(part.scores.map(\.day)) else { return nil }
    let wording = material.wording
    let instrument = part.instrument
    var chart = ScoreChart(
      heading: Heading(
        id: id, title: instrument.abbreviation,
        summary: wording.picture(part)),
      days: axis.axis,
      values: ValueAxis(
        title: "\(instrument.abbreviation) total",
        direction: instrument.direction == .higherIsBetter
          ? "higher = better" : wording.direction(.higherIsWorse),
        range: instrument.range, places: 0))
    chart.scores = part.scores.compactMap { score in
      score.total.map { Charts.Score(axis.position(score.day), $0, isProrated: score.isProrated) }
    }
    chart.severity = Section.stripes(of: instrument)
    chart.item = Section.rawAnswers(for: part, in: material, axis)
    chart.words = wording.chartWords
    if !wording.isPatient, let remission = instrument.remission {
      chart.remission = .init(remission.score, label: "Remission")
    }
    if let timeline = material.timeline { chart.phases = axis.phases(timeline) }
    return chart.figure
  }

  /// Stripes meet where one band ends and the next begins.
  private static func stripes(of instrument: Instrument) -> [SeverityBand] {
    let starts = instrument.bands.dropFirst().map(\.range.lowerBound)
    let ends = starts + [instrument.range.upperBound]
    return zip(instrument.bands, ends).map { band, end in
      SeverityBand(from: band.range.lowerBound, to: end, label: band.label)
    }
  }

  private static func rawAnswers(
    for part: ScoresPart, in material: Material, _ axis: TimeAxis
  ) -> ItemAnswers? {
    let items = material.safety?.items ?? []
    guard let item = items.first(where: { $0.instrument == part.instrument.abbreviation }) else {
      return nil
    }
    return ItemAnswers(
      label: material.wording.title(of: .safety),
      highest: item.options.map(\.value).max() ?? 1,
      marks: item.answers.map { answer in
        switch answer.answer {
        case .given(let value): .init(axis.position(answer.day), .given(value))
        case .unknown: .init(axis.position(answer.day), .unknown)
        }
      })
  }
}
