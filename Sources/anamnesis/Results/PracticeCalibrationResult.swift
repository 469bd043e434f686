import JSON
import MemoryScience

/// What `anamnesis practice calibration` prints.
struct PracticeCalibrationResult: AnalysisResult {
  private let log: PracticeLog
  private let calibration: PracticeCalibration
  private let confidence: Double
  private let isFitted: Bool

  init(log: PracticeLog, calibration: PracticeCalibration, confidence: Double, isFitted: Bool) {
    self.log = log
    self.calibration = calibration
    self.confidence = confidence
    self.isFitted = isFitted
  }

  var json: JSONValue {
    .object([
      "reviews": .number(log.count),
      "memories": .number(log.cards.count),
      "predictions": .number(calibration.count),
      "verdict": .string("\(calibration.verdict)"),
      "surplus": number(calibration.surplus.value),
      "surplusStandardError": number(calibration.surplus.standardError),
      "logLoss": number(calibration.logLoss),
      "logLossConstant": number(calibration.constantLogLoss),
      "gain": number(calibration.gain.value),
      "gainStandardError": number(calibration.gain.standardError),
      "binnedError": number(calibration.binnedError),
      "strayProbability": number(calibration.strayProbability),
      "confidence": number(confidence),
      "bins": .array(calibration.bins.map(json)),
    ])
  }

  private func number(_ value: Double) -> JSONValue { .number(value) ?? .null }

  private func json(_ bin: PracticeCalibration.Bin) -> JSONValue {
    .object([
      "reviews": .number(bin.count),
      "from": number(bin.range.lowerBound),
      "to": number(bin.range.upperBound),
      "foretold": number(bin.predicted),
      "recalled": number(bin.observed),
      "lower": number(bin.interval.lowerBound),
      "upper": number(bin.interval.upperBound),
      "agrees": .bool(bin.agrees),
    ])
  }

  var lines: [String] {
    let surplus = calibration.surplus
    let gain = calibration.gain
    return [
      "\(calibration.count) of \(counted(log.count, "review")) foretold, "
        + "\(counted(log.cards.count, "memory", "memories"))"
        + (isFitted ? ", each by weights fitted to the others" : ""),
      "",
      "recalled minus foretold  \(surplus.value.digits(4))"
        + " (standard error \(surplus.standardError.digits(4)))",
      "log loss                 \(calibration.logLoss.digits(5)),"
        + " of the mean every time \(calibration.constantLogLoss.digits(5))",
      "gain over the mean       \(gain.value.digits(5))"
        + " (standard error \(gain.standardError.digits(5)))",
      "binned error             \(calibration.binnedError.digits(4))",
      "bins stray by chance     p = \(calibration.strayProbability.short)",
      "",
    ] + binLines + ["", sentence]
  }

  private var binLines: [String] {
    var table = TextTable(
      "foretold", "reviews", "mean", "recalled", "\((confidence * 100).short) % interval", "")
    for bin in calibration.bins {
      table.add(
        "\(bin.range.lowerBound.digits(3)) to \(bin.range.upperBound.digits(3))", "\(bin.count)",
        bin.predicted.digits(3), bin.observed.digits(3),
        "\(bin.interval.lowerBound.digits(3)) to \(bin.interval.upperBound.digits(3))",
        bin.agrees ? "" : "outside")
    }
    return table.lines
  }

  private var sentence: String {
    switch calibration.verdict {
    case .promisesTooMuch: "Less is recalled than foretold: do not rely on these probabilities."
    case .promisesTooLittle: "More is recalled than foretold: practice comes sooner than need be."
    case .wrongInParts: "Right on the whole, but wrong for some predictions: see the bins."
    case .noBetterThanTheMean:
      "Right on the whole, but single predictions tell no more than the mean does."
    case .noDisagreement: "Nothing here speaks against these probabilities."
    }
  }
}
