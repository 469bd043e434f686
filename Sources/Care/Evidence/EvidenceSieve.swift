internal import Inference
internal import Knowledge

/// Sorts effects into those that are pooled and those that are not.
struct EvidenceSieve {
  private var poolable: [PoolableEffect] = []
  private(set) var leftOut: [EvidenceSynthesis.LeftOut] = []
  private let bodies: [String]

  init(_ rows: [TreatmentEffect], includesUncertain: Bool) {
    bodies = EvidenceSynthesis.bodies(of: rows)
    for row in rows {
      for reported in [row.effect] + row.alongside {
        do {
          poolable.append(
            try PoolableEffect(reported, of: row, includesUncertain: includesUncertain))
        } catch {
          leftOut.append(.init(row: row, reported: reported, obstacle: error))
        }
      }
    }
    leftOut += poolable.compactMap { effect in
      guard let first = first(of: effect.row.trials, effect.reported.domain), first != effect
      else { return nil }
      return .init(
        row: effect.row, reported: effect.reported, obstacle: .sharedTrials(with: first.row.id))
    }
  }

  /// The effects of a domain, one from each body of trials.
  func chosen(_ domain: EffectDomain) -> [PoolableEffect] {
    bodies.compactMap { first(of: $0, domain) }
  }

  /// A memory effect with a mood effect from each body of trials that has both: of one publication
  /// where there is one, else the effects that stand for the body. Cold memory comes before hot.
  var pairs: [EvidenceCoupling.Pair] {
    bodies.compactMap { body in
      for domain in [EffectDomain.coldMemory, .hotMemory] {
        let memories = effects(of: body, domain)
        let moods = effects(of: body, .mood)
        let pairs = memories.flatMap { memory in
          moods.map { EvidenceCoupling.Pair(memory: memory, mood: $0) }
        }
        if let pair = pairs.first(where: \.isOnePublication) ?? pairs.first { return pair }
      }
      return nil
    }
  }

  /// The effects of a body of trials on a domain, the one that stands for it first.
  private func effects(of body: String, _ domain: EffectDomain) -> [PoolableEffect] {
    poolable.filter { $0.row.trials == body && $0.reported.domain == domain }
      .sorted { $0.precedes($1) }
  }

  private func first(of body: String, _ domain: EffectDomain) -> PoolableEffect? {
    effects(of: body, domain).first
  }
}
