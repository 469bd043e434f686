import ArgumentParser

/// The analyses of `anamnesis recall` by name.
enum RecallMeasure: String, CaseIterable, ExpressibleByArgument {
  case all
  case counts
  case spc
  case pfr
  case pnr
  case lagCRP = "lag-crp"
  case compoundLagCRP = "compound-lag-crp"
  case inputCRP = "input-crp"
  case lagRank = "lag-rank"
  case distanceCRP = "distance-crp"
  case distanceRank = "distance-rank"
  case shiftedRank = "distance-rank-shifted"
  case windowedRank = "distance-rank-window"
  case rankAsymmetry = "distance-rank-asymmetry"
  case categoryCRP = "category-crp"
  case lbc
  case arc
  case intrusions
  case intrusionShares = "intrusion-shares"
  case recallBy = "recall-by"
  case clustering
  case controlledClustering = "clustering-controlled"

  /// What the analysis tells, in a line.
  var meaning: String {
    switch self {
    case .all: "the main ones that the options permit"
    case .counts: "correct recalls, repeats and intrusions a list"
    case .spc: "serial position curve: recall by position"
    case .pfr: "probability of first recall by position"
    case .pnr: "probability of nth recall by position"
    case .lagCRP: "conditional response probability by lag"
    case .compoundLagCRP: "the same by this and the previous lag"
    case .inputCRP: "the same by both positions"
    case .lagRank: "temporal clustering: percentile rank of the lag"
    case .distanceCRP: "conditional response probability by bin of distance"
    case .distanceRank: "clustering by distance: percentile rank of the distance"
    case .shiftedRank: "the same from earlier recalls"
    case .windowedRank: "the same from the study neighbours of the recall before"
    case .rankAsymmetry: "the same, next neighbour less previous one"
    case .categoryCRP: "probability of a recall of the same category"
    case .lbc: "list-based clustering"
    case .arc: "adjusted ratio of clustering"
    case .intrusions: "prior-list intrusions a list, by list lag"
    case .intrusionShares: "prior-list intrusions as shares of all intrusions, by list lag"
    case .recallBy: "recall probability by label, such as valence"
    case .clustering: "transitions between labels, actual over expected by chance"
    case .controlledClustering: "the same over what nearness in meaning would give"
    }
  }

  /// Whether a column of labels is needed.
  var needsLabels: Bool {
    switch self {
    case .categoryCRP, .lbc, .arc, .recallBy, .clustering, .controlledClustering: true
    default: false
    }
  }

  /// Whether distances between words are needed.
  var needsDistances: Bool {
    switch self {
    case .distanceCRP, .distanceRank, .shiftedRank, .windowedRank, .rankAsymmetry,
      .controlledClustering:
      true
    default: false
    }
  }

  /// What `all` holds.
  static let main: [RecallMeasure] = [
    .counts, .spc, .pfr, .lagCRP, .lagRank, .intrusions, .distanceCRP, .distanceRank, .categoryCRP,
    .lbc, .arc, .recallBy, .clustering, .controlledClustering,
  ]
}
