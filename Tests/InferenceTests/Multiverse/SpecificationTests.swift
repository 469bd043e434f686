import Inference
import Testing

@Suite struct SpecificationTests {
  private func series(_ days: [Int], outlier: Int? = nil) throws -> TrajectorySeries {
    try TrajectorySeries(
      days.map { .init(time: Double($0), value: $0 == outlier ? 99 : Double($0 % 3)) },
      weekdayOfDayZero: 0)
  }

  private func applied(
    _ specification: Specification, _ series: TrajectorySeries, model: TrajectoryModel = .daily,
    outliers: Set<Double> = []
  ) -> (series: TrajectorySeries, model: TrajectoryModel)? {
    specification.applied(to: series, model: model, outliers: outliers)
  }

  @Test func `parts of the model are left out`() throws {
    let series = try series(Array(0..<60))
    #expect(applied(.main, series)?.model == .daily)
    #expect(applied(.withoutAffect, series)?.model == TrajectoryModel(hasWeekday: true))
    #expect(applied(.withoutWeekday, series)?.model == TrajectoryModel(hasAffect: true))
    #expect(applied(.withoutAffect, series, model: .localLevel) == nil)
    #expect(applied(.withoutWeekday, series, model: .localLevel) == nil)
  }

  @Test func `the first fortnight is left out unless too little remains`() throws {
    let later = try #require(applied(.withoutFirstFortnight, try series(Array(3..<60))))
    #expect(later.series.readings.first?.time == 17)
    #expect(later.series.readings.count == 43)
    #expect(applied(.withoutFirstFortnight, try series(Array(0..<42))) != nil)
    #expect(applied(.withoutFirstFortnight, try series(Array(0..<41))) == nil)
  }

  @Test func `readings that stand out are left out`() throws {
    let series = try series(Array(0..<60), outlier: 30)
    let kept = try #require(applied(.withoutOutliers, series, outliers: [30]))
    #expect(kept.series.readings.count == 59)
    #expect(kept.series.readings.allSatisfy { $0.value != 99 })
    #expect(applied(.withoutOutliers, series) == nil)
    #expect(applied(.withoutOutliers, series, outliers: Set((0..<40).map(Double.init))) == nil)
  }

  @Test func `days after missed ones are marked when there are enough of either kind`() throws {
    let days = (0..<60).filter { $0 % 10 != 4 }
    let marked = try #require(applied(.missedDays, try series(days)))
    #expect(
      marked.series.readings.filter { $0.regressors == [1] }.map(\.time) == [5, 15, 25, 35, 45, 55])
    #expect(marked.series.regressorNames.count == 1)
    #expect(applied(.missedDays, try series(Array(0..<60))) == nil)
    #expect(applied(.missedDays, try series((0..<60).map { $0 * 2 })) == nil)
  }

  @Test func `a finding holds with the same sign and an interval beyond zero`() {
    func verdict(_ estimate: Double, _ error: Double, _ isPositive: Bool) -> Multiverse.Verdict {
      Multiverse.Verdict(
        .main, estimate: estimate, standardError: error, isPositive: isPositive)
    }
    #expect(verdict(2, 1, true).holds)
    #expect(!verdict(1.9, 1, true).holds)
    #expect(!verdict(-2, 1, true).holds)
    #expect(verdict(-2, 1, false).holds)
    #expect(!verdict(.nan, 1, true).holds)
    let multiverse = Multiverse([verdict(2, 1, true), verdict(0, 1, true), verdict(5, 1, true)])
    #expect(multiverse.holding == 2)
    #expect(Multiverse([]).holding == 0)
  }

  @Test func `a result says what it was computed from`() throws {
    let provenance = Provenance(try series([2, 3, 5, 11]))
    #expect(provenance.pipeline == AnalysisPipeline.version)
    #expect(provenance.readings == 4)
    #expect(provenance.span == 2...11)
    #expect(abs(provenance.missingShare - 0.6) < 1e-12)
    #expect(Provenance(try series([7])).missingShare == 0)
  }
}
