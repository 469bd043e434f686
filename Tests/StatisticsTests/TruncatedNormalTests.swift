import Foundation
import Statistics
import Testing

/// Reference numbers by mpmath 1.3 with 60 digits.
@Suite struct TruncatedNormalTests {
  @Test(arguments: [
    (0, 1.2533141373155003), (1, 0.65567954241879847), (5, 0.19280810471531576),
    (9.999, 0.099038311451227367), (10.001, 0.099018883380480138), (30, 0.033296419072497213),
    (100, 0.0099990002998501049),
  ])
  func `Mills' ratio equals the reference`(x: Double, ratio: Double) {
    #expect(abs(Normal.millsRatio(x) / ratio - 1) < 1e-13)
  }

  @Test(arguments: [
    (-Double.infinity, -1.5, -2.7059444008238898, -1.9386771666225432, 0.8504534064497973),
    (-1, 2, -0.20016629432446258, 0.22963717909132897, 0.48023746078846606),
    (3, 3.5, -6.7968680066834328, 3.1855943984006725, 0.9817712780888802),
    (12, 12.25, -75.459110707036354, 12.069887821172741, 0.99652977290726776),
    (-0.001, 0.002, -6.7280820235185501, 0.00049999962500011251, 0.999999250000225),
    (19, 20, -184.36612867239018, 19.052343945976654, 0.99727492698180439),
    (60, .infinity, -1805.0135606805671, 60.016657420241125, 0.99972268411658523),
    (40, .infinity, -804.60844201375379, 40.024968847207264, 0.99937733162140861),
  ])
  func `moments within an interval equal the reference`(
    lower: Double, upper: Double, logProbability: Double, mean: Double, loss: Double
  ) {
    for sign in [1.0, -1] {
      let ends = [sign * lower, sign * upper].sorted()
      let law = TruncatedNormal(lower: ends[0], upper: ends[1])
      #expect(abs(law.logProbability - logProbability) < 1e-11 * max(1, -logProbability))
      #expect(abs(law.mean - sign * mean) < 1e-10 * abs(mean))
      #expect(abs(law.varianceLoss - loss) < 1e-9)
    }
  }

  @Test(arguments: [1e3, 1e5, 1e8])
  func `far tails stay finite and in range`(near: Double) {
    let law = TruncatedNormal(lower: near, upper: .infinity)
    #expect(law.logProbability.isFinite && law.mean >= near)
    #expect(law.varianceLoss > 0 && law.varianceLoss <= 1)
  }

  @Test func `the whole line takes nothing away`() {
    let law = TruncatedNormal(lower: -.infinity, upper: .infinity)
    #expect(law.logProbability == 0 && law.mean == 0 && law.varianceLoss < 1e-200)
  }
}
