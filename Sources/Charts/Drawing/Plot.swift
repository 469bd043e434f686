import HTML

/// What charts have in common: axes, stripes, phases, lanes, and a layer of data on top.
struct Plot {
  let heading: Heading
  let days: DayAxis
  let values: ValueAxis?
  var span: (low: Double, high: Double) = (0, 1)
  var severity: [SeverityBand] = []
  var phases: [Phase] = []
  var now: Double?
  var strips: [Strip] = []
  var surroundings: DataTable?
  var words = ChartWords()
  var data: (inout Canvas, Frame) -> Void = { _, _ in }

  /// Whether the phases have to be numbered in the legend, because a name does not fit.
  var hasNumberedPhases: Bool {
    [FrameSize.wide, .compact].contains { size in
      PhaseLabels.rows(phases.map(\.label), phases: phases, days: days(size), size: size) == nil
    }
  }

  func figure(legend: [LegendEntry], table: DataTable, notes: [String] = []) -> Drawing {
    let numbered = hasNumberedPhases
    let keys = phases.enumerated().map {
      LegendEntry(sign: .key($0.offset + 1), text: $0.element.label)
    }
    return Drawing(
      heading: heading, svg: picture(.wide, numbered: numbered),
      compactSVG: picture(.compact, numbered: numbered), table: table, surroundings: surroundings,
      legend: Plot.distinct(legend + (numbered ? keys : [])), notes: notes, words: words)
  }

  /// Entries without repetition: a sign is explained once however often it is drawn.
  private static func distinct(_ entries: [LegendEntry]) -> [LegendEntry] {
    var seen: Set<LegendEntry> = []
    return entries.filter { seen.insert($0).inserted }
  }

  private func picture(_ size: FrameSize, numbered: Bool) -> HTML {
    let frame = frame(size)
    var canvas = Canvas(font: size.font)
    if values != nil {
      drawTitle(on: &canvas, size)
      drawSeverity(on: &canvas, frame)
      drawPhases(on: &canvas, frame, numbered: numbered)
      drawValues(on: &canvas, frame)
    }
    let bottom = frame.bottom + stripHeight(size)
    drawDays(on: &canvas, frame, bottom: bottom)
    drawNow(on: &canvas, frame, bottom: bottom)
    if values != nil { data(&canvas, frame) }
    drawStrips(on: &canvas, frame)
    let height = bottom + size.lineHeight + 8
    return Drawing.picture(
      of: canvas.markup, heading: heading, part: size.name, width: size.width, height: height)
  }

  // MARK: Layout

  /// Rows of names above the plot: two at most, one for numbers.
  private func phaseRows(_ size: FrameSize) -> Int {
    guard !phases.isEmpty else { return 0 }
    guard !hasNumberedPhases else { return 1 }
    let rows = PhaseLabels.rows(phases.map(\.label), phases: phases, days: days(size), size: size)
    return (rows?.max() ?? 0) + 1
  }

  private func days(_ size: FrameSize) -> Scale {
    let labels = valueTicks.map { size.font.width(of: $0.label) }
    let left = values == nil ? 8 : max(28, (labels.max() ?? 0) + 10)
    return Scale(from: days.start, to: days.end, onto: left, size.width - rightMargin(size))
  }

  func frame(_ size: FrameSize) -> Frame {
    let day = days(size)
    let title = values == nil ? 0 : Double(titleLines(size).count) * size.lineHeight
    let rows = Double(phaseRows(size)) * (size.lineHeight - 2)
    let lane = now != nil && phases.isEmpty ? size.lineHeight : 0
    let top = title + rows + lane + 10
    let bottom = values == nil ? 18 : top + size.plotHeight
    return Frame(
      size: size, left: day.start, right: day.end, top: values == nil ? 18 : top, bottom: bottom,
      day: day,
      value: Scale(from: span.low, to: span.high, onto: bottom, top))
  }

  private func rightMargin(_ size: FrameSize) -> Double {
    guard !severity.isEmpty else { return 14 }
    let names = severity.map { size.font.widest(size.font.lines(of: $0.label)) }
    return min(size.width / 4, (names.max() ?? 0) + 10)
  }

  /// The axis title, on a second line where it does not fit on one.
  func titleLines(_ size: FrameSize) -> [String] {
    guard let values else { return [] }
    let joined = values.lines.joined(separator: " · ")
    let room = size.width - 8
    guard size.font.width(of: joined) > room else { return [joined] }
    return values.lines.map { size.font.fit($0, into: room) }
  }

  var valueTicks: [NiceTicks.Tick] {
    let scale = Scale(from: span.low, to: span.high, onto: 0, 1)
    return values == nil ? [] : NiceTicks.between(scale.low, scale.high, about: 6)
  }

  func stripHeight(_ size: FrameSize) -> Double {
    strips.reduce(0) { $0 + $1.height + size.lineHeight + 8 }
  }
}
