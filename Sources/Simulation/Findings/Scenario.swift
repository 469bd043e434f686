/// One way in which things may go for the same people.
public struct Scenario: Hashable, Sendable {
  /// What it is for.
  public enum Kind: Hashable, Sendable {
    /// As planned.
    case planned
    /// The same visits, events and circumstances without any treatment or practice.
    case untreated
    /// As planned, with every term of treatments of the body at zero: expectancy and practice alone.
    case withoutTreatmentTerms
    /// As planned, without one part of the theory.
    case without(ModelTerm)
  }

  /// What it is for.
  public let kind: Kind
  /// The plan it belongs to.
  public let plan: Plan
  /// The place of the scenario that it is compared with, which comes before it; nil without one.
  public let reference: Int?
  /// What happens by the day.
  let schedule: Schedule
  /// The numbers of the model.
  let parameters: Parameters

  /// Creates a scenario.
  ///
  /// - Parameters:
  ///   - kind: what it is for.
  ///   - plan: the plan.
  ///   - model: the numbers of the model and its treatments.
  ///   - reference: the place of the scenario that it is compared with.
  /// - Throws: an error when the plan does not fit the model.
  init(
    _ kind: Kind, of plan: Plan, in model: PlanModel, against reference: Int?
  ) throws(SimulationError) {
    let removed: [ModelTerm] =
      switch kind {
      case .planned, .untreated: []
      case .withoutTreatmentTerms: ModelTerm.ofTreatments
      case .without(let term): [term]
      }
    let changed = removed.reduce(model) { $0.without($1) }
    let course = kind == .untreated ? plan.course.untreated : plan.course
    self.kind = kind
    self.plan = plan
    self.reference = reference
    schedule = try course.schedule(days: plan.days, treatments: changed.treatments)
    parameters = changed.parameters.with(adherence: plan.course.adherence)
  }
}

/// The numbers of the model and the treatments it knows.
public struct PlanModel: Hashable, Sendable {
  /// The numbers of the model.
  public var parameters: Parameters
  /// The treatments it knows.
  public var treatments: [Treatment]

  /// Creates a model.
  ///
  /// - Parameters:
  ///   - parameters: its numbers.
  ///   - treatments: the treatments it knows.
  public init(parameters: Parameters = Parameters(), treatments: [Treatment]) {
    self.parameters = parameters
    self.treatments = treatments
  }

  /// The model without a part of the theory.
  func without(_ term: ModelTerm) -> PlanModel {
    PlanModel(
      parameters: term.removed(from: parameters), treatments: treatments.map(term.removed))
  }
}

extension Parameters {
  /// The same numbers with another chance that practice is done.
  func with(adherence: Double?) -> Parameters {
    var changed = self
    if let adherence { changed.adherence = adherence }
    return changed
  }
}
