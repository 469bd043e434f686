import Knowledge
import PatientRecord
import TestKit
import Time

@testable import Care
@testable import Inference

/// The panels for research.
enum ResearchFixture {
  private static let link = Result {
    var options = Mediation.Options()
    options.draws = 500
    let days = (0..<90).map { day in
      MediationSeries.Day(
        day: day, cause: Double((day * 7) % 3), mediator: Double((day * 31) % 13),
        outcome: Double((day * 17) % 7), attempt: Double(day + 1))
    }
    return try Mediation(
      MediationSeries(
        days, names: .init(cause: "practice", mediator: "detail", outcome: "mood")),
      options: options)
  }

  static func memory() throws -> MemoryLinkPart {
    MemoryLinkPart(
      item: "mood", task: "recall", figure: "detail", result: .found(try link.get()),
      basis: Fixture.basis(0..<90))
  }

  static var warning: EarlyWarningPart {
    func trend(_ statistic: EarlyWarning.Statistic, _ share: Double) -> EarlyWarning.Trend {
      .init(
        statistic: statistic, curve: [0.25, nil, 0.5], tau: 0.6, chance: -0.5...0.5, share: share,
        usualTestShare: 0.7, jointShare: share * 2)
    }
    return EarlyWarningPart(
      items: ["mood"], origin: Fixture.day(0),
      result: .found(
        EarlyWarning(
          ends: [29, 30, 31], window: 30, rule: .previousAnswer, series: 3000,
          items: [
            .init(
              name: "mood", count: 120, beepCorrelation: 0.3, nightCorrelation: 0.1,
              trends: [trend(.autocorrelation, 0.008), trend(.variance, 0.2)], meanTrend: 0.1,
              edgeShare: 0.05)
          ], connectivity: nil, joint: .init(count: 2, share: 0.03))),
      basis: Fixture.basis(0..<32))
  }
}
