/// Whether a change between two sittings goes beyond measurement error.
///
/// Source: Jacobson & Truax (1991), J Consult Clin Psychol 59:12-19: change divided by √2 standard
/// errors of measurement. With an expected gain it is the practice-adjusted index of Chelune et al.
/// (1993), Neuropsychology 7:41-52; with a standard deviation of the second sitting the error is that
/// of Iverson (2001), Arch Clin Neuropsychol 16:183-191.
public struct ReliableChangeIndex: Hashable, Sendable {
  /// The change, expected gain taken off, in points of the score.
  public let change: Double
  /// Standard error of the difference of two sittings, in points.
  public let standardError: Double

  /// The change in standard errors.
  public var index: Double { change / standardError }

  /// The size from which a change is called reliable: by chance alone once in twenty times.
  public static let limit = 1.96

  /// Whether the change goes beyond ±``limit``.
  public var isReliable: Bool { abs(index) > ReliableChangeIndex.limit }

  /// Computes the index.
  ///
  /// - Parameters:
  ///   - before: the earlier score.
  ///   - after: the later score.
  ///   - standardDeviation: of the score over people at one sitting, above 0.
  ///   - secondDeviation: of the score at a second sitting, above 0; nil for the same.
  ///   - reliability: retest reliability, 0 or more and below 1.
  ///   - expectedGain: what practice alone adds on average, in points.
  /// - Throws: ``MemoryScienceError/option(_:)`` when a number is outside its range.
  public init(
    before: Double, after: Double, standardDeviation: Double, secondDeviation: Double? = nil,
    reliability: Double, expectedGain: Double = 0
  ) throws(MemoryScienceError) {
    let second = secondDeviation ?? standardDeviation
    guard before.isFinite, after.isFinite, expectedGain.isFinite else {
      throw .unusable("scores \(before) and \(after), gain \(expectedGain); all must be finite")
    }
    guard standardDeviation > 0, standardDeviation.isFinite, second > 0, second.isFinite,
      reliability >= 0, reliability < 1
    else {
      throw .option(
        "standard deviations \(standardDeviation) and \(second), reliability \(reliability); give"
          + " deviations above 0 and a reliability from 0 to below 1")
    }
    change = after - before - expectedGain
    standardError =
      ((standardDeviation * standardDeviation + second * second) * (1 - reliability)).squareRoot()
  }
}

extension TaskReport {
  /// The reliable change of one score since an earlier sitting.
  ///
  /// - Parameters:
  ///   - name: the score.
  ///   - earlier: the report of the earlier sitting of the same task and variant.
  ///   - standardDeviation: of the score over people, above 0.
  ///   - reliability: retest reliability, 0 or more and below 1.
  ///   - expectedGain: what practice alone adds on average.
  /// - Returns: the index.
  /// - Throws: an error when a score is missing, the tasks or their variants differ, the sittings are
  ///   not in order, one was interrupted, or the score is timed and the devices may not be compared.
  public func change(
    of name: String, since earlier: TaskReport, standardDeviation: Double, reliability: Double,
    expectedGain: Double = 0
  ) throws(MemoryScienceError) -> ReliableChangeIndex {
    try checkComparable(with: earlier)
    guard let after = score(name), let before = earlier.score(name), let new = after.number,
      let old = before.number
    else { throw .unusable("'\(name)' is missing in one of the sittings; look at what it says") }
    guard !after.isTimed || sitting.device.isComparable(with: earlier.sitting.device) else {
      throw .unusable(
        "'\(name)' depends on the device, and the devices differ or their screens' rates are not"
          + " known; compare sittings on one device or use a model with a term for the device")
    }
    return try ReliableChangeIndex(
      before: old, after: new, standardDeviation: standardDeviation, reliability: reliability,
      expectedGain: expectedGain)
  }

  /// Refuses an earlier sitting whose difference from this one is more than change.
  private func checkComparable(with earlier: TaskReport) throws(MemoryScienceError) {
    guard sitting.design.task == earlier.sitting.design.task else {
      throw .unusable("the two sittings are of different tasks; compare sittings of one task")
    }
    guard let variant, let before = earlier.variant else {
      throw .unusable(
        "isMinimallyInstructed: one of the sittings does not say how it was instructed; add it to"
          + " the result")
    }
    guard variant == before else {
      throw .unusable(
        "the earlier sitting is of the variant '\(before)' and the later one of '\(variant)'; compare"
          + " sittings of one variant")
    }
    guard earlier.sitting.session < sitting.session else {
      throw .unusable(
        "sitting.session: \(earlier.sitting.session) for the earlier sitting and \(sitting.session) for"
          + " the later one; give them in order")
    }
    guard !sitting.isInterrupted, !earlier.sitting.isInterrupted else {
      throw .unusable(
        "sitting.isInterrupted: one of the sittings was left before its end; compare whole ones")
    }
  }
}
