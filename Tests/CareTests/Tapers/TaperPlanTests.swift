import Care
import Knowledge
import Testing
import Time

@Suite struct TaperPlanTests {
  @Test func `a taper is for no patient`() {
    #expect(!TaperPlan.audiences.contains(.patient) && TaperPlan.audiences.contains(.clinician))
  }

  /// The doses were found by trying every dose that the formulations give, in another language.
  @Test func `tablets and a liquid step down by ten points at most`() throws {
    let plan = try Tapers.plan("citalopram", from: 40, Tapers.set([20, 10], liquid: "2mg/ml")) {
      $0.size = .points(10)
    }
    #expect(plan.doses == [13.6, 7.4, 4.6, 3, 2, 1.4, 1, 0.6, 0.2, 0])
    #expect(plan.isComplete && plan.everyDays == 14)
    #expect(plan.steps.map(\.dayNumber) == Array(stride(from: 0, to: 140, by: 14)))
    let first = try #require(plan.steps.first)
    #expect(first.level.makeUp.text == "6.8 ml")
    #expect(abs((first.fall?.points ?? 0) - 9.82) < 0.01)
    #expect(abs(first.target - 13.408) < 0.01 && first.roundingError > 0)
    #expect(abs(first.shareOfPrevious - 0.34) < 1e-12)
    #expect(plan.current.makeUp.text == "2 x 20 mg")
    let small = plan.flags.compactMap { flag -> Double? in
      guard case .smallShare(let from, _, _, 0.5) = flag else { return nil }
      return from.milligrams
    }
    #expect(small == [40, 0.6])
  }

  /// As above; from 0.4 mg the next mark of the syringe would fall by 5.3 points.
  @Test func `cautious steps end where the syringe is too coarse, and say what is needed`() throws {
    let set = try Tapers.set([20, 10], liquid: "2mg/ml")
    let plan = try Tapers.plan("citalopram", from: 40, set) { $0.size = .pace(.cautious) }
    #expect(
      plan.doses == [
        20.8, 13.6, 9.8, 7.4, 5.8, 4.6, 3.8, 3.2, 2.6, 2.2, 1.8, 1.6, 1.4, 1.2, 1, 0.8, 0.6, 0.4,
      ])
    guard case .blocked(let barrier) = plan.ending else {
      Issue.record("\(plan.ending)")
      return
    }
    guard case .fall(let points, allowed: 5) = barrier.cause else {
      Issue.record("\(barrier.cause)")
      return
    }
    #expect(barrier.next.milligrams == 0.2 && abs(points - 5.29) < 0.01)
    let finer = try Tapers.set([20, 10], liquid: "2mg/ml", syringe: 10)
    #expect(
      try Tapers.plan("citalopram", from: 40, finer) { $0.size = .pace(.cautious) }.isComplete)
  }

  @Test func `halves of tablets do not reach the end, and no step is made larger to get there`()
    throws
  {
    let plan = try Tapers.plan("citalopram", from: 40, Tapers.set([20, 10], .halves))
    #expect(plan.doses == [15, 10])
    guard case .blocked(let barrier) = plan.ending else {
      Issue.record("\(plan.ending)")
      return
    }
    guard case .fall(let points, allowed: 10) = barrier.cause else {
      Issue.record("\(barrier.cause)")
      return
    }
    #expect(barrier.dose.milligrams == 10 && barrier.next.milligrams == 5)
    #expect(abs(points - 13.0) < 0.01)
    #expect(abs(barrier.needed.lowerBound - 5.776) < 0.01 && barrier.needed.upperBound == 10)
  }

  @Test func `days run from the first step, and the last dose has no last day`() throws {
    let start = try #require(Day("2028-02-21"))
    let plan = try Tapers.plan("sertraline", from: 100, nil, .preset) {
      $0.start = start
      $0.everyDays = 7
    }
    #expect(
      plan.steps.map { $0.day?.description } == ["2028-02-21", "2028-02-28", "2028-03-06"])
    #expect(plan.steps[0].lastDay?.description == "2028-02-27")
    #expect(plan.steps[2].lastDay == nil && plan.steps[2].level.dose == .zero)
  }

  @Test(
    arguments: [
      ("citalopram", nil, [40, 30, 20, 10]), ("escitalopram", nil, [20, 15, 10, 5]),
      ("fluoxetine", nil, [40, 30, 20, 10]), ("fluvoxamine", nil, [300, 200, 100, 50]),
      ("sertraline", nil, [200, 150, 100, 50, 25]),
      ("paroxetine", "immediate-release", [40, 30, 20, 10, 5]),
    ] as [(String, MedicineFormID?, [Double])])
  func `published schedules are as published`(
    _ medicine: String, _ form: MedicineFormID?, _ doses: [Double]
  ) throws {
    let plan = try Tapers.plan(medicine, from: doses[0], nil, .preset) { $0.form = form }
    #expect(plan.doses == Array(doses.dropFirst()) + [0])
    #expect(plan.steps.allSatisfy { $0.level.makeUp != .notPossible })
  }

  @Test func `the published last step from 10 mg of citalopram is called fast`() throws {
    let plan = try Tapers.plan("citalopram", from: 40, nil, .preset)
    let fast = plan.flags.compactMap { flag -> (Double, Double, Double)? in
      guard case .fastStep(let from, let to, let points, _) = flag else { return nil }
      return (from.milligrams, to.milligrams, points)
    }
    #expect(fast.count == 1)
    #expect(fast.first.map { $0.0 == 10 && $0.1 == 0 && abs($0.2 - 71.6) < 0.05 } == true)
  }

  @Test func `shares of the dose halve it, and keep three quarters where it is low`() throws {
    let plan = try Tapers.plan(
      "mirtazapine", from: 60, Tapers.set([15], .quarters), .proportional)
    // 15 mg is the smallest effective dose; quarters give multiples of 3.75 mg.
    #expect(plan.doses == [30, 15, 11.25, 7.5, 3.75, 0])
    #expect(plan.curve == nil && plan.steps.allSatisfy { $0.fall == nil })
    #expect(plan.flags.contains(.lastDoseNotSettled(try Tapers.milligrams(3.75))))
    #expect(plan.flags.contains(.aboveUsualMaximum(45)))
  }

  @Test func `published alternate days are said, not turned into tablets`() throws {
    let plan = try Tapers.plan("fluoxetine", from: 40, Tapers.set([20]), .preset)
    #expect(plan.steps[0].note == "40 mg and 20 mg on alternate days")
    #expect(plan.steps[0].level.makeUp == .notPossible)
    #expect(plan.flags.contains(.notMadeUp(try Tapers.milligrams(30))))
  }
}

extension TaperPlan.MakeUp {
  /// How the dose is made up, in words.
  var text: String? {
    guard case .madeUp(let dose) = self else { return nil }
    return dose.description
  }
}
