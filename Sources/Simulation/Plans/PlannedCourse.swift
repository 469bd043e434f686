/// What happens to everybody of a group, by the day.
public struct PlannedCourse: Hashable, Sendable {
  /// Sessions, doses and practice.
  public let treatments: [PlannedTreatment]
  /// Visits, each of which raises what people expect.
  public let visits: [PlannedVisit]
  /// Stressful events that reach everybody.
  public let events: [PlannedEvent]
  /// Stretches in which circumstances are better or worse.
  public let circumstances: [PlannedCircumstances]
  /// The chance that practice of a day is done, 0 to 1; nil takes that of the model.
  public let adherence: Double?

  /// Creates a course.
  ///
  /// - Parameters:
  ///   - treatments: sessions, doses and practice.
  ///   - visits: visits.
  ///   - events: stressful events.
  ///   - circumstances: better and worse stretches.
  ///   - adherence: the chance that practice of a day is done.
  public init(
    treatments: [PlannedTreatment] = [], visits: [PlannedVisit] = [], events: [PlannedEvent] = [],
    circumstances: [PlannedCircumstances] = [], adherence: Double? = nil
  ) {
    self.treatments = treatments
    self.visits = visits
    self.events = events
    self.circumstances = circumstances
    self.adherence = adherence
  }

  /// The same course with the visits, events and circumstances, and without any treatment.
  var untreated: PlannedCourse {
    PlannedCourse(
      visits: visits, events: events, circumstances: circumstances, adherence: adherence)
  }

  /// The same course with further treatments.
  func adding(_ more: [PlannedTreatment], visits extra: [PlannedVisit] = []) -> PlannedCourse {
    PlannedCourse(
      treatments: treatments + more, visits: visits + extra, events: events,
      circumstances: circumstances, adherence: adherence)
  }
}

extension PlannedCourse {
  /// What happens of two courses together; the chance of practice is that of the second if it has one.
  func joined(with other: PlannedCourse) -> PlannedCourse {
    PlannedCourse(
      treatments: treatments + other.treatments, visits: visits + other.visits,
      events: events + other.events, circumstances: circumstances + other.circumstances,
      adherence: other.adherence ?? adherence)
  }

  /// The same course with treatments and visits up to and with a day.
  func until(_ day: Int) -> PlannedCourse {
    PlannedCourse(
      treatments: treatments.map {
        PlannedTreatment($0.treatment, days: $0.days.filter { $0 <= day }, dose: $0.dose)
      },
      visits: visits.map {
        PlannedVisit(days: $0.days.filter { $0 <= day }, weight: $0.weight)
      }, events: events, circumstances: circumstances, adherence: adherence)
  }
}

/// A treatment and the days on which it is given.
public struct PlannedTreatment: Hashable, Sendable {
  /// The identifier of the treatment in the model's catalogue.
  public let treatment: String
  /// The days, in rising order.
  public let days: [Int]
  /// How strong it is against the usual dose, above 0.
  public let dose: Double

  /// Creates a planned treatment.
  ///
  /// - Parameters:
  ///   - treatment: its identifier.
  ///   - days: the days on which it is given.
  ///   - dose: its strength against the usual dose.
  public init(_ treatment: String, days: [Int], dose: Double = 1) {
    self.treatment = treatment
    self.days = days
    self.dose = dose
  }
}

/// A visit: meeting somebody raises what people expect.
public struct PlannedVisit: Hashable, Sendable {
  /// The days, in rising order.
  public let days: [Int]
  /// How much it raises expectancy against an ordinary visit, above 0 and at most ``greatestWeight``.
  public let weight: Double

  /// Four ordinary visits at once.
  public static let greatestWeight = 4.0

  /// Creates planned visits.
  ///
  /// - Parameters:
  ///   - days: the days.
  ///   - weight: how much each raises expectancy against an ordinary visit.
  public init(days: [Int], weight: Double = 1) {
    self.days = days
    self.weight = weight
  }
}

/// A stressful event that reaches everybody.
public struct PlannedEvent: Hashable, Sendable {
  /// The day.
  public let day: Int
  /// Its size in units of stress load, above 0 and at most ``greatestSize``; an average event is 1.
  public let size: Double

  /// The size of four average events.
  public static let greatestSize = 4.0

  /// Creates an event.
  ///
  /// - Parameters:
  ///   - day: the day.
  ///   - size: its size in units of stress load.
  public init(day: Int, size: Double) {
    self.day = day
    self.size = size
  }
}

/// A stretch in which circumstances are better or worse than usual.
public struct PlannedCircumstances: Hashable, Sendable {
  /// The days, in rising order.
  public let days: [Int]
  /// By how much, -``greatestShift`` to ``greatestShift``; people of one group differ by 0.12.
  public let shift: Double

  /// Beyond this circumstances are outside of what the model was fitted to.
  public static let greatestShift = 1.0

  /// Creates a stretch.
  ///
  /// - Parameters:
  ///   - days: the days.
  ///   - shift: above 0 is better.
  public init(days: [Int], shift: Double) {
    self.days = days
    self.shift = shift
  }
}
