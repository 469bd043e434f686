import Knowledge
import PatientRecord
import Time

extension ChartFacts {
  /// Weeks at an effective dose, weeks of use, and adequate failures, as staging counts them.
  func stagingFacts() -> Found {
    guard !staging.person.trials.isEmpty, let judge = try? TrialJudge(knowledge) else { return [] }
    let ongoing = staging.person.trials.filter {
      $0.ending.value == .ongoing && judge.isAntidepressant($0)
    }
    var found: Found = [
      (
        FactReference("episode.adequateFailures"),
        KnownFact(
          .between(failures(judge)), on: staging.person.trials.compactMap(\.lastDay.value).max())
      )
    ]
    if let weeks = hull(ongoing.map(judge.weeksAtEffectiveDose)) {
      found.append((FactReference("weeksAtEffectiveDose"), KnownFact(.between(weeks), on: today)))
    }
    if let used = hull(ongoing.map(weeksUsed)) {
      found.append(
        (FactReference("antidepressant.weeksUsed"), KnownFact(.between(used), on: today)))
    }
    return found
  }

  /// A record may not hold every trial of the episode, a list that somebody made does.
  private func failures(_ judge: TrialJudge) -> ClosedRange<Double> {
    let count = judge.resistanceFailures(staging.person.trials)
    let least = Double(count.least.count)
    return switch staging {
    case .record: least...Double.infinity
    case .stated: least...Double(count.most.count)
    }
  }

  /// It may have been taken before the first dose that was recorded.
  private func weeksUsed(_ trial: TreatmentTrial) -> ClosedRange<Double>? {
    trial.firstDay.value.map { Double(max(today.days(since: $0), 0)) / 7...Double.infinity }
  }

  /// From the least to the most of several; nil when one is not known or there is none.
  private func hull(_ ranges: [ClosedRange<Double>?]) -> ClosedRange<Double>? {
    let known = ranges.compactMap(\.self)
    guard known.count == ranges.count, let least = known.map(\.lowerBound).min(),
      let most = known.map(\.upperBound).max()
    else { return nil }
    return least...most
  }
}
