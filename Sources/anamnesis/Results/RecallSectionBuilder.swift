import JSON
import MemoryScience
import Statistics

/// Runs the analyses of `anamnesis recall`.
struct RecallSectionBuilder {
  let command: RecallCommand
  let data: RecallData
  let distances: ItemDistances?
  let showsPeople: Bool

  /// Runs one analysis.
  func section(_ measure: RecallMeasure) throws -> RecallSection {
    switch measure {
    case .all, .counts: try kinds(measure)
    case .spc: try whole(measure, data.serialPositionCurve(), "position")
    case .pfr: try whole(measure, data.probabilityOfFirstRecall(), "position")
    case .pnr: try outputs(measure)
    case .lagCRP: try whole(measure, data.lagCRP(rule), "lag")
    case .compoundLagCRP, .inputCRP: try pairs(measure)
    case .lagRank: try single(measure, data.lagRank(rule))
    case .distanceCRP, .distanceRank, .shiftedRank, .windowedRank, .rankAsymmetry:
      try distance(measure)
    case .categoryCRP: try single(measure, data.categoryCRP(by, rule))
    case .lbc: try single(measure, data.listBasedClustering(by))
    case .arc: try single(measure, data.adjustedRatioOfClustering(by))
    case .intrusions: try intrusions(measure, .lists)
    case .intrusionShares: try intrusions(measure, .intrusions)
    case .recallBy, .clustering, .controlledClustering: try labels(measure)
    }
  }

  private var rule: TransitionRule { command.transitions.rule }
  private var by: String { command.by ?? "" }

  private func section<Bin>(
    _ measure: RecallMeasure, _ analysis: RecallAnalysis<Bin>, _ name: String,
    _ fields: (Bin) -> [(String, JSONValue)]
  ) throws -> RecallSection {
    try RecallSection(
      measure, analysis, command, showsPeople: showsPeople, binName: name, fields: fields)
  }

  private func whole(
    _ measure: RecallMeasure, _ analysis: RecallAnalysis<Int>, _ name: String
  ) throws -> RecallSection {
    try section(measure, analysis, name) { [(name, .number($0))] }
  }

  private func single(
    _ measure: RecallMeasure, _ analysis: RecallAnalysis<WholeBin>
  ) throws -> RecallSection {
    try section(measure, analysis, "") { _ in [] }
  }

  private func kinds(_ measure: RecallMeasure) throws -> RecallSection {
    try section(measure, data.recallCounts(), "kind") { [("kind", .string($0.rawValue))] }
  }

  private func outputs(_ measure: RecallMeasure) throws -> RecallSection {
    try section(measure, data.probabilityOfNthRecall(), "output > position") {
      [("output", .number($0.output)), ("position", .number($0.position))]
    }
  }

  private func pairs(_ measure: RecallMeasure) throws -> RecallSection {
    if measure == .inputCRP {
      return try section(measure, data.inputCRP(rule), "previous > current") {
        [("previous", .number($0.previous)), ("current", .number($0.current))]
      }
    }
    return try section(measure, data.compoundLagCRP(rule), "previous > current lag") {
      [("previousLag", .number($0.previous)), ("currentLag", .number($0.current))]
    }
  }

  private func intrusions(
    _ measure: RecallMeasure, _ base: RecallData.IntrusionBase
  ) throws -> RecallSection {
    try section(
      measure, data.priorListIntrusions(maximumLag: command.listLags, per: base), "list lag"
    ) { [("listLag", .number($0))] }
  }

  private func labels(_ measure: RecallMeasure) throws -> RecallSection {
    let pair: (LabelPair) -> [(String, JSONValue)] = {
      [("from", .string($0.from)), ("to", .string($0.to))]
    }
    switch measure {
    case .recallBy:
      return try section(measure, data.recallProbability(by: by), by) { [("label", .string($0))] }
    case .clustering: return try section(measure, data.clustering(by: by), "from > to", pair)
    default:
      let controlled = try data.controlledClustering(by: by, distances: words())
      var section = try section(measure, controlled.ratios, "from > to", pair)
      section.notes = controlled.pulls.filter { _ in showsPeople }.map(note)
      let unknown = controlled.pulls.count { $0.value == nil }
      if unknown > 0 {
        section.notes.append(
          "\(counted(unknown, "person", "people")) left out: fewer than "
            + "\(SemanticPull.fewestChoices) choices to estimate the pull of meaning from")
      }
      return section
    }
  }

  private func note(_ pull: SemanticPull) -> String {
    guard let value = pull.value, let error = pull.standardError else {
      return "subject \(pull.subject): no pull of meaning, \(counted(pull.choices, "choice"))"
    }
    return "subject \(pull.subject): pull of meaning \(value.digits(4)), standard error "
      + "\(error.digits(4)), log odds for each standard deviation of distance"
  }

  private func distance(_ measure: RecallMeasure) throws -> RecallSection {
    let words = try words()
    switch measure {
    case .distanceCRP:
      let analysis = try data.distanceCRP(words, edges: edges(words), rule)
      return try section(measure, analysis, "above > to") {
        [("above", .number($0.lower) ?? .null), ("to", .number($0.upper) ?? .null)]
      }
    case .shiftedRank:
      let analysis = try data.shiftedDistanceRank(words, shifts: command.shifts, rule)
      return try whole(measure, analysis, "shift")
    case .windowedRank:
      let lags = command.window.numbers.map { Int($0) }
      return try whole(measure, data.windowedDistanceRank(words, lags: lags, rule), "lag")
    case .rankAsymmetry: return try single(measure, data.distanceRankAsymmetry(words, rule))
    default: return try single(measure, data.distanceRank(words, rule))
    }
  }

  private func words() throws -> ItemDistances {
    guard let distances else {
      throw MemoryScienceError.option("this analysis needs distances between words")
    }
    return distances
  }

  /// The edges that were given, or the tenths of all distances between different words.
  private func edges(_ words: ItemDistances) -> [Double] {
    if let edges = command.edges { return edges.numbers }
    var all: [Double] = []
    for row in words.items.indices {
      for column in words.items.indices where column > row {
        all.append(words.matrix[row, column])
      }
    }
    all.sort()
    guard let first = all.first, let last = all.last else { return [] }
    let inner = (1...9).map { all[all.count * $0 / 10] }
    // The lower edge is left out, so that it lies a little below the least distance.
    let edges = [first - 1e-9 * max(abs(first), 1)] + inner + [last]
    return edges.enumerated().filter { $0 == 0 || $1 > edges[$0 - 1] }.map(\.element)
  }
}
