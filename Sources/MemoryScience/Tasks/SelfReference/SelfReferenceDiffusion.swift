/// Drift by feeling from judgements about oneself, by a Wiener fit and by EZ diffusion.
struct SelfReferenceDiffusion {
  let scores: [TaskScore]

  private static let reliability = ScoreReliability(
    .read,
    SelfReferenceResult.endorsementReliability.note
      + "; drift of negative words went with depression at r = .61, of positive ones at -.56, in 371"
      + " adolescents (data of the same study)")

  /// Fits judgements whose times count.
  init(_ trials: [SelfReferenceResult.Trial]) {
    scores = Self.wiener(trials) + Self.easy(trials)
  }

  private static let names: [(String, TaskScore.Unit)] = [
    ("drift-negative", .evidencePerSecond), ("drift-positive", .evidencePerSecond),
    ("boundary", .evidence), ("starting-bias", .proportion), ("non-decision-time", .seconds),
  ]

  private static func wiener(_ trials: [SelfReferenceResult.Trial]) -> [TaskScore] {
    let judgements = trials.filter { $0.word.valence != .neutral }.map { trial in
      WienerTrial(
        end: trial.isEndorsed == true ? .upper : .lower, seconds: trial.seconds ?? 0,
        condition: trial.word.valence == .positive ? 1 : 0)
    }
    do throws(MemoryScienceError) {
      let fit = try WienerFit.maximumLikelihood(of: judgements, conditions: 2)
      let estimates = fit.drifts + [fit.boundary, fit.bias, fit.nonDecisionTime]
      return zip(names, estimates).map { name, estimate in
        TaskScore(
          name.0,
          fit.isConverged
            ? .measured(estimate.value, standardError: estimate.standardError)
            : .missing("the fit did not converge"),
          name.1, isTimed: true, reliability)
      }
    } catch {
      return names.map {
        TaskScore($0.0, .missing(error.description), $0.1, isTimed: true, reliability)
      }
    }
  }

  /// EZ diffusion with scaling 1 and "describes me" as the correct answer. Its process starts midway,
  /// so that both answers have one law of times, and all times of a feeling are used.
  private static func easy(_ trials: [SelfReferenceResult.Trial]) -> [TaskScore] {
    [WordValence.negative, .positive].map { valence in
      let own = trials.filter { $0.word.valence == valence }
      let name = "ez-drift-\(valence.rawValue)"
      do throws(MemoryScienceError) {
        guard let times = ResponseTimeSummary(own.compactMap(\.seconds)) else {
          throw .tooFew(
            observed: own.count, needed: EZDiffusion.smallestSample, what: "EZ diffusion")
        }
        let ez = try EZDiffusion(
          correct: own.count { $0.isEndorsed == true }, of: own.count,
          variance: times.standardDeviation * times.standardDeviation, mean: times.mean, scaling: 1)
        return TaskScore(
          name, .measured(ez.drift, standardError: nil), .evidencePerSecond, isTimed: true,
          reliability)
      } catch {
        return TaskScore(
          name, .missing(error.description), .evidencePerSecond, isTimed: true, reliability)
      }
    }
  }
}
