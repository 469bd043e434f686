/// Scenarios that the same invented people live through, with the same chance in each.
///
/// ## Topics
/// ### What to run
/// - ``init(of:in:)``
/// - ``init(comparing:in:)``
/// ### Running it
/// - ``tally(of:people:seed:)``
/// - ``run(people:seed:threads:progress:)``
public struct Study: Hashable, Sendable {
  /// The scenarios; a reference comes before those that are compared with it.
  public let scenarios: [Scenario]
  /// Who is included.
  public let cohort: PlanCohort
  /// How many days it lasts.
  public let days: Int
  /// Days from one form to the next.
  public let formEvery: Int
  /// The numbers of the model before anything is planned.
  let parameters: Parameters

  /// One plan: untreated, as planned, without the terms of treatments, and without each part of the
  /// theory that does something in it. A plan without treatments is followed as planned alone.
  ///
  /// - Parameters:
  ///   - plan: the plan.
  ///   - model: the model.
  /// - Throws: an error when the plan does not fit the model.
  public init(of plan: Plan, in model: PlanModel) throws(SimulationError) {
    guard !plan.course.treatments.isEmpty else {
      self.init(
        [try Scenario(.planned, of: plan, in: model, against: nil)], of: plan, model.parameters)
      return
    }
    var scenarios = [
      try Scenario(.untreated, of: plan, in: model, against: nil),
      try Scenario(.planned, of: plan, in: model, against: 0),
      try Scenario(.withoutTreatmentTerms, of: plan, in: model, against: 0),
    ]
    for term in ModelTerm.allCases where term.matters(in: plan.course, among: model.treatments) {
      scenarios.append(try Scenario(.without(term), of: plan, in: model, against: 0))
    }
    self.init(scenarios, of: plan, model.parameters)
  }

  /// Several plans: each as planned and without the terms of treatments, against the first.
  ///
  /// - Parameters:
  ///   - plans: two plans or more, of equal days, cohort and forms.
  ///   - model: the model.
  /// - Throws: an error when plans do not fit together or the model.
  public init(comparing plans: [Plan], in model: PlanModel) throws(SimulationError) {
    guard let first = plans.first, plans.count > 1 else {
      throw .armsDiffer(reason: "there are fewer than two plans; name another")
    }
    for plan in plans.dropFirst() { try Study.check(plan, fits: first) }
    var scenarios: [Scenario] = []
    for kind in [Scenario.Kind.planned, .withoutTreatmentTerms] {
      let start = scenarios.count
      for (index, plan) in plans.enumerated() {
        scenarios.append(
          try Scenario(kind, of: plan, in: model, against: index == 0 ? nil : start))
      }
    }
    self.init(scenarios, of: first, model.parameters)
  }

  private init(_ scenarios: [Scenario], of plan: Plan, _ parameters: Parameters) {
    self.scenarios = scenarios
    cohort = plan.cohort
    days = plan.days
    formEvery = plan.formEvery
    self.parameters = parameters
  }

  private static func check(_ plan: Plan, fits first: Plan) throws(SimulationError) {
    guard plan.days == first.days else {
      throw .armsDiffer(
        reason:
          "\(plan.id) lasts \(plan.days) days and \(first.id) \(first.days); give both the same"
          + " number")
    }
    guard plan.cohort == first.cohort else {
      throw .armsDiffer(
        reason: "\(plan.id) includes other people than \(first.id); give both the same 'cohort'")
    }
    guard plan.formEvery == first.formEvery else {
      throw .armsDiffer(
        reason: "\(plan.id) asks on other days than \(first.id); give both the same 'formEvery'")
    }
  }

  /// The days on which forms are counted: from one interval after day 0 on.
  public var formDays: [Int] { Array(stride(from: formEvery, to: days, by: formEvery)) }

  /// The place of the scenario that goes as planned, and of the first of those compared.
  public var plannedScenarios: [Int] { scenarios.indices.filter { scenarios[$0].kind == .planned } }
}
