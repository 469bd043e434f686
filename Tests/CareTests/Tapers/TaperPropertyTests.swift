import Care
import Knowledge
import TestKit
import Testing

/// What holds for every schedule, whatever it is made from.
@Suite struct TaperPropertyTests {
  private let planner: TaperPlanner

  init() throws { planner = try Tapers.planner() }

  /// Medicine, form, whether it may be divided, and three times its usual maximum or 200 mg.
  private static let medicines: [(String, MedicineFormID?, Bool, Int)] = [
    ("citalopram", nil, true, 120), ("escitalopram", nil, true, 60),
    ("paroxetine", "immediate-release", true, 150), ("sertraline", nil, true, 200),
    ("fluoxetine", nil, true, 200), ("venlafaxine", "extended-release", false, 200),
    ("duloxetine", "gastro-resistant", false, 200), ("vortioxetine", nil, true, 60),
  ]

  private func request(_ random: inout SeededRandom) throws -> TaperRequest {
    let (medicine, form, mayDivide, most) = Self.medicines[
      Int.random(in: 0..<Self.medicines.count, using: &random)]
    let modes: [TaperRequest.Mode] = [.occupancy, .proportional]
    var request = TaperRequest(
      medicine,
      from: try Tapers.milligrams(Double(Int.random(in: 1...(4 * most), using: &random)) / 4),
      formulation: try formulation(&random, mayDivide: mayDivide),
      mode: modes[Int.random(in: 0...1, using: &random)])
    request.form = form
    let sizes: [TaperRequest.StepSize] = [
      .pace(.usual), .pace(.cautious), .pace(.fast),
      .points(Double.random(in: 0.5...40, using: &random)),
    ]
    request.size = sizes[Int.random(in: 0..<4, using: &random)]
    if Bool.random(using: &random) { request.smallest = try Tapers.milligrams(0.5) }
    return request
  }

  /// Odd strengths among them, such as 13.37 mg.
  private func formulation(
    _ random: inout SeededRandom, mayDivide: Bool
  ) throws -> FormulationSet {
    let count = Int.random(in: 0...3, using: &random)
    let isOdd = Int.random(in: 0...9, using: &random) == 0
    let tablets = (0..<count).map { _ in
      isOdd
        ? Double(Int.random(in: 1...9_999, using: &random)) / 100
        : Double(Int.random(in: 1...40, using: &random)) * 2.5
    }
    let splitting = FormulationSet.Splitting.allCases[Int.random(in: 0...2, using: &random)]
    let strengths = ["1mg/ml", "2mg/ml", "20mg/5ml", "37.5mg/5ml", "0.4mg/ml"]
    let liquid = strengths[Int.random(in: 0..<strengths.count, using: &random)]
    return try Tapers.set(
      tablets, mayDivide ? splitting : .none,
      liquid: count == 0 || Bool.random(using: &random) ? liquid : nil,
      syringe: [10, 50, 100, 250][Int.random(in: 0...3, using: &random)])
  }

  @Test func `2,000 random sets: doses fall, falls keep to the limit, doses are made as described`()
    throws
  {
    var random = SeededRandom(seed: 2_026)
    var (complete, blocked, refused) = (0, 0, 0)
    for _ in 0..<2_000 {
      let request = try request(&random)
      let plan: TaperPlan
      do { plan = try planner.plan(request) } catch {
        guard case .tooManySteps = error else { throw error }
        refused += 1
        continue
      }
      let breaches = breaches(of: plan, request)
      if !breaches.isEmpty { Issue.record("\(request): \(breaches)") }
      if plan.isComplete { complete += 1 } else { blocked += 1 }
    }
    #expect(complete > 500 && blocked > 100 && refused < 200)
  }

  /// What a plan does that it must not; one sentence each.
  private func breaches(of plan: TaperPlan, _ request: TaperRequest) -> [String] {
    var breaches: [String] = []
    var previous = request.from
    for step in plan.steps {
      let dose = step.level.dose
      if dose >= previous { breaches.append("\(dose) after \(previous)") }
      if dose != .zero, dose < request.smallest { breaches.append("\(dose) is too small") }
      if case .madeUp(let makeUp) = step.level.makeUp {
        if makeUp.total != dose || pieces(makeUp) != dose.nanograms {
          breaches.append("\(dose) is not \(makeUp)")
        }
      } else {
        breaches.append("\(dose) is not made up")
      }
      if let allowed = plan.allowed, let fall = step.fall?.points,
        fall > (dose == .zero ? allowed.lastStep : allowed.step) + 1e-6
      {
        breaches.append("a fall of \(fall)")
      }
      previous = dose
    }
    if plan.isComplete != (previous == .zero) { breaches.append("the ending is wrong") }
    return breaches
  }

  /// The nanograms of tablets and liquid, counted by the description alone.
  private func pieces(_ makeUp: MadeUpDose) -> Int {
    makeUp.tablets.map { $0.count * ($0.strength.nanograms / $0.denominator) }
      .reduce(makeUp.liquidMass.nanograms, +)
  }

  /// Every dose of up to six pieces, by trying all counts.
  @Test func `no smaller dose within the limit was overlooked`() throws {
    for (tablets, from) in [([20.0, 10], 40.0), ([40, 10], 60), ([20, 5], 45), ([30, 7.5], 60)] {
      let plan = try Tapers.plan("citalopram", from: from, Tapers.set(tablets, .halves)) {
        $0.size = .points(15)
      }
      let model = try #require(plan.curve?.model)
      let sizes = Set(tablets + tablets.map { $0 / 2 })
      var sums: Set<Double> = [0]
      for _ in 0..<6 { sums.formUnion(sums.flatMap { sum in sizes.map { sum + $0 } }) }
      var previous = from
      for dose in plan.doses where dose > 0 {
        let allowed = sums.filter {
          $0 > 0 && $0 < previous
            && model.occupancy(atDose: previous) - model.occupancy(atDose: $0) <= 15 + 1e-9
        }
        #expect(allowed.min() == dose)
        previous = dose
      }
      #expect(!plan.doses.isEmpty)
    }
  }

  @Test func `the same request gives the same schedule`() throws {
    var random = SeededRandom(seed: 5)
    for _ in 0..<20 {
      let request = try request(&random)
      guard let first = try? planner.plan(request) else { continue }
      #expect(try planner.plan(request) == first)
    }
  }
}
