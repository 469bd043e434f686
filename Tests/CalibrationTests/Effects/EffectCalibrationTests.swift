import Testing

@Suite struct EffectCalibrationTests {
  /// The interval of a step that does nothing excludes 0 in about 5 of 100 people, in fewer where the
  /// level hardly moves, since the prior allows that it does. The comparison of means before and after,
  /// which knows no trend, fails the same check.
  @Test func `a step that does nothing is rarely found`() throws {
    var findings: [EffectCalibration.Finding] = []
    for (index, world) in EffectCalibration.World.all.enumerated() {
      findings += try EffectCalibration.run(world, people: 1000, seed: UInt64(700 + index))
    }
    print(EffectCalibration.table(findings).joined(separator: "\n"))
    for finding in findings {
      let bound = 0.05 + 0.01 + 3 * finding.standardError
      switch finding.method {
      case .posterior, .reweighed:
        #expect(finding.share < bound, "\(finding.method.rawValue), \(finding.world.name)")
        guard finding.world.isDrawn else { continue }
        #expect(abs(finding.share - 0.05) < 3 * finding.standardError, "\(finding.method.rawValue)")
      case .comparison where finding.world.name != "no trend":
        #expect(finding.share > 3 * bound, "\(finding.method.rawValue), \(finding.world.name)")
      default: break
      }
    }
  }
}
