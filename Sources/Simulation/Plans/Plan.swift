public import Time

/// What happens to a group of invented people: treatments, visits, practice, events and circumstances
/// by the day, and when they are asked.
///
/// A plan is a file of YAML; ``init(_:treatments:)`` reads it. Days count from 0, the day on which
/// people are included. It is about people who do not exist: nothing in it is a prescription.
///
/// ## Topics
/// ### Reading
/// - ``init(_:treatments:)``
/// ### What it says
/// - ``course``
/// - ``cohort``
/// - ``formEvery``
public struct Plan: Hashable, Sendable {
  /// The identifier, such as `ketamine-and-practice`.
  public let id: String
  /// What the plan is, in a few words.
  public let title: String
  /// How many days it lasts, ``dayLimits``.
  public let days: Int
  /// The date of day 0; nil when the plan counts days only.
  public let start: Day?
  /// Who is included.
  public let cohort: PlanCohort
  /// What happens to them.
  public let course: PlannedCourse
  /// Days from one form to the next; the first of them is answered that long after day 0.
  public let formEvery: Int

  /// Days between two forms when a plan does not say.
  static let usualInterval = 7

  /// How long a plan may last: 7 days to 5 years.
  public static let dayLimits = 7...1826

  /// Creates a plan of parts that were checked before.
  ///
  /// - Parameters:
  ///   - id: the identifier.
  ///   - title: what the plan is.
  ///   - days: how many days it lasts, ``dayLimits``.
  ///   - start: the date of day 0.
  ///   - cohort: who is included.
  ///   - course: what happens.
  ///   - formEvery: days from one form to the next.
  init(
    id: String, title: String, days: Int, start: Day? = nil, cohort: PlanCohort = PlanCohort(),
    course: PlannedCourse, formEvery: Int = usualInterval
  ) {
    self.id = id
    self.title = title
    self.days = days
    self.start = start
    self.cohort = cohort
    self.course = course
    self.formEvery = formEvery
  }

  /// The same plan with another course.
  func with(_ course: PlannedCourse) -> Plan {
    Plan(
      id: id, title: title, days: days, start: start, cohort: cohort, course: course,
      formEvery: formEvery)
  }
}
