import MemoryScience
import Statistics
import Testing

/// Fits of CMR to one person find what made the recalls, and their intervals hold what they promise.
@Suite(.serialized) struct RecallRecoveryTests {
  private static let free: [RetrievedContextParameter] = [
    .encodingDrift, .recallDrift, .primacyScale, .choiceSensitivity, .stopScale, .stopGrowth,
  ]

  /// One person: the truth, the estimates, and which intervals hold the truth.
  private struct Finding {
    var truth: [Double] = []
    var estimates: [Double] = []
    /// For each parameter with an interval, whether it holds the truth.
    var isHeld: [Bool] = []
    /// The same when the middle half of each interval is taken for the whole.
    var isHeldByHalf: [Bool] = []
  }

  private static func judge(using stream: inout RandomStream) throws -> Finding {
    let person = RecallPerson(using: &stream)
    let study = try StudiedList(count: 16)
    let lists = try (0..<40).map { _ in
      try RecalledList(study: study, recalls: person.recalls(of: 16, using: &stream))
    }
    let fit = try RetrievedContextFit(
      lists, model: RetrievedContextModel(choice: .exponential),
      search: RetrievedContextSearch(free: Set(free), starts: 2))
    var finding = Finding()
    for parameter in free {
      guard let estimate = fit[parameter] else { continue }
      let truth = person.parameters[parameter]
      finding.truth.append(truth)
      finding.estimates.append(estimate.value)
      guard case .known(_, let interval) = estimate.uncertainty else { continue }
      finding.isHeld.append(interval.contains(truth))
      let (low, high) = (interval.lowerBound, interval.upperBound)
      let (middle, reach) = ((low + high) / 2, (high - low) / 4)
      finding.isHeldByHalf.append((middle - reach...middle + reach).contains(truth))
    }
    return finding
  }

  /// By rank: estimates of a scale have a long upper tail.
  private static func correlation(_ pairs: [(Double, Double)]) throws -> Double {
    try #require(Correlation(ofRanks: pairs.map(\.0), pairs.map(\.1))).coefficient
  }

  @Test func `forty lists recover six parameters and intervals hold 95 %`() async throws {
    let findings = try await People.simulate(People.count(200), seed: 4) {
      try Self.judge(using: &$0)
    }
    var (coverage, half) = (Coverage(nominal: 0.95), Coverage(nominal: 0.95))
    for finding in findings where !finding.isHeld.isEmpty {
      let count = Double(finding.isHeld.count)
      coverage.add(share: Double(finding.isHeld.count { $0 }) / count)
      half.add(share: Double(finding.isHeldByHalf.count { $0 }) / count)
    }
    print("recall: intervals of 95 % hold \(coverage.realised), halved \(half.realised)")
    #expect(coverage.keepsPromise)
    #expect(!half.isWideEnough)
    let known = findings.reduce(0) { $0 + $1.isHeld.count }
    #expect(Double(known) > 0.9 * Double(findings.count * Self.free.count))
    for (index, parameter) in Self.free.enumerated() {
      let pairs = findings.map { ($0.truth[index], $0.estimates[index]) }
      let recovered = try Self.correlation(pairs)
      // The truth of the next person instead: what estimates of somebody else are worth.
      let control = try Self.correlation(
        pairs.indices.map { (pairs[($0 + 1) % pairs.count].0, pairs[$0].1) })
      print("recall: \(parameter) recovered with rank correlation \(recovered), control \(control)")
      #expect(recovered > 0.5)
      #expect(abs(control) < 4 / Double(pairs.count).squareRoot())
    }
  }
}
