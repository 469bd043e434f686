import Knowledge

extension TrialJudge {
  /// The Maudsley score, 3 to 15.
  ///
  /// - Parameter person: the trials and the episode.
  /// - Returns: the score; outside the method without a failed trial.
  func maudsley(_ person: StagingCase) -> StagingResult {
    let definition = definitions.maudsley
    let count = failures(among: person.trials, weeks: definition.weeks)
    let augmentations = augmentations(among: person.trials, weeks: definition.weeks)
    let courses = ectCourses(among: person.trials)
    let parts = [
      part("duration", definition.durationMonths, person.episodeMonths.value),
      severity(person.severity.value),
      failures(count),
      use("augmentation", augmentations, definition.augmentationUsed),
      use("electroconvulsive therapy", courses, definition.ectUsed),
    ]
    var missing = count.missing.adding(augmentations.missing).adding(courses.missing)
    if person.episodeMonths.value == nil { missing.append("months of the present episode") }
    if !definition.severity.contains(where: { $0.id == person.severity.value }) {
      missing.append("severity at the baseline")
    }
    return StagingResult(
      method: .maudsley, outcome: outcome(count, parts), parts: parts, failures: count,
      missing: missing, evidence: definition.evidence)
  }

  private func outcome(
    _ count: FailureCount, _ parts: [StagingResult.Part]
  ) -> StagingResult.Outcome {
    if count.most.isEmpty {
      return .outside("the method begins with one failed adequate trial; there is none")
    }
    if count.least.isEmpty {
      return .undetermined("no failed trial is certain; see what is missing")
    }
    func score(_ points: Double) -> StagingResult.Score {
      StagingResult.Score(
        points: points,
        label: definitions.maudsley.bands.first { $0.range.contains(points) }?.label)
    }
    return .spanning(
      score(parts.reduce(0) { $0 + $1.points.lowerBound }),
      score(parts.reduce(0) { $0 + $1.points.upperBound }))
  }

  private func part(
    _ name: String, _ steps: [MaudsleyDefinition.Step], _ number: Double?
  ) -> StagingResult.Part {
    let all = steps.map(\.points)
    let points = number.flatMap { steps.points(for: $0) }
    let low = points ?? all.min() ?? 0
    return StagingResult.Part(
      name: name, points: Double(low)...Double(max(low, points ?? all.max() ?? 0)))
  }

  private func severity(_ grade: String?) -> StagingResult.Part {
    let grades = definitions.maudsley.severity
    let points = grades.first { $0.id == grade }.map { [$0.points] } ?? grades.map(\.points)
    return StagingResult.Part(
      name: "severity", points: Double(points.min() ?? 0)...Double(points.max() ?? 0))
  }

  private func failures(_ count: FailureCount) -> StagingResult.Part {
    let steps = definitions.maudsley.failures
    let low = steps.points(for: Double(max(1, count.least.count))) ?? 0
    let high = steps.points(for: Double(max(1, count.most.count))) ?? low
    return StagingResult.Part(
      name: "failed antidepressants", points: Double(low)...Double(max(low, high)))
  }

  private func use(_ name: String, _ count: UseCount, _ points: Int) -> StagingResult.Part {
    let low = count.certain > 0 ? points : 0
    return StagingResult.Part(
      name: name, points: Double(low)...Double(count.possible > 0 ? points : low))
  }

  /// The score of the Massachusetts General Hospital, open upwards.
  ///
  /// - Parameter trials: the trials.
  /// - Returns: the score.
  func massachusetts(_ trials: [TreatmentTrial]) -> StagingResult {
    let definition = definitions.massachusetts
    let count = failures(among: trials, weeks: definition.weeks)
    let augmentations = augmentations(among: trials, weeks: definition.weeks)
    let optimised = optimisations(trials, count)
    let failedECT = failedTreatments(among: trials.filter(isECT), weeks: definition.weeks)
    func part(_ name: String, _ each: Double, _ low: Int, _ high: Int) -> StagingResult.Part {
      StagingResult.Part(name: name, points: each * Double(low)...each * Double(max(low, high)))
    }
    let parts = [
      part("failed trials", definition.failure, count.least.count, count.most.count),
      part("optimised", definition.optimisation, optimised.certain, optimised.possible),
      part(
        "augmentation or combination", definition.augmentation, augmentations.certain,
        augmentations.possible),
      part(
        "electroconvulsive therapy failed", definition.ectFailure,
        failedECT.certain.isEmpty ? 0 : 1, failedECT.possible.isEmpty ? 0 : 1),
    ]
    func score(_ points: Double) -> StagingResult.Score {
      StagingResult.Score(points: points, label: nil)
    }
    return StagingResult(
      method: .massachusetts,
      outcome: .spanning(
        score(parts.reduce(0) { $0 + $1.points.lowerBound }),
        score(parts.reduce(0) { $0 + $1.points.upperBound })),
      parts: parts, failures: count,
      missing: count.missing.adding(augmentations.missing).adding(optimised.missing),
      evidence: definition.evidence)
  }

  /// The failed trials that were optimised: certainly, and at most.
  private func optimisations(_ trials: [TreatmentTrial], _ count: FailureCount) -> UseCount {
    zip(trials, count.trials).reduce(into: UseCount()) { optimised, pair in
      let (trial, counted) = pair
      if case .notCounted = counted.status { return }
      switch trial.optimised.value {
      case true:
        optimised.possible += 1
        if counted.status == .counted { optimised.certain += 1 }
      case false: return
      case nil:
        optimised.possible += 1
        optimised.missing.append("\(trial.label): whether it was optimised")
      }
    }
  }
}
