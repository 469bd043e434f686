extension MemoryModel {
  /// What programs that speak of FSRS-6 do differently: how days are counted and where stability
  /// ends.
  public struct Convention: Hashable, Sendable {
    /// How the time between two reviews becomes days.
    public enum Days: Hashable, Sendable {
      /// Whole periods of 24 hours, the rest dropped, as in py-fsrs.
      case wholeDays
      /// The difference of UTC calendar dates, as fsrs-rs is given them.
      case calendarDates
      /// With their fraction.
      case fractional
    }

    /// How days are counted. Whatever the way, less than one day is a review on the same day.
    public let days: Days
    /// The greatest stability in days; infinite for none.
    public let greatestStability: Double

    /// Chooses a convention.
    ///
    /// - Parameters:
    ///   - days: how days are counted.
    ///   - greatestStability: in days, 1 or more; infinite for none.
    /// - Throws: ``MemoryScienceError/option(_:)`` for a stability below 1 day.
    public init(days: Days, greatestStability: Double) throws(MemoryScienceError) {
      guard greatestStability >= 1 else {
        throw .option("greatest stability \(greatestStability): give 1 day or more")
      }
      self.init(days, greatestStability)
    }

    private init(_ days: Days, _ greatestStability: Double) {
      self.days = days
      self.greatestStability = greatestStability
    }

    /// Whole days and no upper limit of stability, as in py-fsrs 6.3.2: for comparison with it.
    public static let pyFSRS = Convention(.wholeDays, .infinity)
    /// Calendar dates and stability up to 36,500 days, as fsrs-rs is used.
    public static let fsrsRS = Convention(.calendarDates, 36_500)
    /// Days with their fraction and stability up to 36,500 days: for scheduling.
    public static let scheduling = Convention(.fractional, 36_500)

    /// The time between two reviews.
    ///
    /// - Parameters:
    ///   - earlier: milliseconds since 1970.
    ///   - later: milliseconds since 1970; a time before `earlier` counts as the same time.
    /// - Returns: days, 0 or more.
    public func days(from earlier: Int, to later: Int) -> Double {
      let day = PracticeReview.millisecondsPerDay
      let gap = later.subtractingReportingOverflow(earlier)
      guard gap.partialValue > 0, !gap.overflow else { return 0 }
      return switch days {
      case .wholeDays: Double(gap.partialValue / day)
      case .calendarDates: Double(later.flooredQuotient(day) - earlier.flooredQuotient(day))
      case .fractional: Double(gap.partialValue) / Double(day)
      }
    }
  }
}

extension Int {
  /// The quotient rounded down, also below 0.
  fileprivate func flooredQuotient(_ divisor: Int) -> Int {
    let (quotient, rest) = quotientAndRemainder(dividingBy: divisor)
    return rest < 0 ? quotient - 1 : quotient
  }
}
