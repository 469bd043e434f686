import Care
import Knowledge
import Testing

/// Requests and plans as tests ask for them.
enum Tapers {
  static func planner() throws -> TaperPlanner { try TaperPlanner(Bundled.knowledge.get()) }

  static func milligrams(_ value: Double) throws -> ExactDose {
    try ExactDose(milligrams: value)
  }

  static func set(
    _ tablets: [Double] = [], _ splitting: FormulationSet.Splitting = .none, liquid: String? = nil,
    syringe: Int = 100
  ) throws -> FormulationSet {
    var strengths: [ExactDose] = []
    for tablet in tablets { strengths.append(try milligrams(tablet)) }
    let fluid = try liquid.map { try Liquid(reading: $0, syringeMicrolitres: syringe) }
    return try FormulationSet(tablets: strengths, splitting: splitting, liquid: fluid)
  }

  /// A plan from a dose in mg.
  static func plan(
    _ medicine: String, from: Double, _ set: FormulationSet?,
    _ mode: TaperRequest.Mode = .occupancy, _ change: (inout TaperRequest) -> Void = { _ in }
  ) throws -> TaperPlan {
    var request = TaperRequest(medicine, from: try milligrams(from), formulation: set, mode: mode)
    change(&request)
    return try planner().plan(request)
  }

  /// The error of a plan that must be refused.
  static func refusal(
    _ medicine: String, from: Double = 20, _ mode: TaperRequest.Mode = .occupancy,
    _ change: (inout TaperRequest) -> Void = { _ in }
  ) throws -> TaperError? {
    let set = try set([10])
    do {
      _ = try plan(medicine, from: from, set, mode, change)
      return nil
    } catch let error as TaperError {
      return error
    }
  }
}

extension TaperPlan {
  /// The doses of the steps, in mg.
  var doses: [Double] { steps.map(\.level.dose.milligrams) }

  /// Whether it ends at nothing.
  var isComplete: Bool { ending == .stopped }
}
