import Care
import Knowledge
import Testing

/// A schedule that would stop at once is not a complete one.
@Suite struct TaperAbruptStopTests {
  private func end(of plan: TaperPlan) -> TaperPlan.Barrier? {
    guard case .blocked(let barrier) = plan.ending else { return nil }
    return barrier
  }

  /// The last dose, or nil for none, that each set of tablets reaches; shares keep 75 % from there.
  @Test(
    arguments: [
      ("venlafaxine", "immediate-release", 75, [75], 75), ("mirtazapine", nil, 15, [15], 15),
      ("agomelatine", nil, 25, [25], 25), ("nortriptyline", nil, 100, [50], 50),
      ("nortriptyline", nil, 50, [50], 50), ("bupropion", "extended-release", 300, [150], 150),
    ] as [(String, MedicineFormID?, Double, [Double], Double)])
  func `a stop without a step between low doses is not complete, and the dose needed is said`(
    _ medicine: String, _ form: MedicineFormID?, _ from: Double, _ tablets: [Double], _ last: Double
  ) throws {
    let plan = try Tapers.plan(medicine, from: from, Tapers.set(tablets), .proportional) {
      $0.form = form
    }
    let barrier = try #require(end(of: plan), "\(plan.doses)")
    #expect(barrier.cause == .abruptStop && barrier.next == .zero)
    #expect(barrier.dose.milligrams == last && !plan.doses.contains(0))
    #expect(barrier.needed == (0.75 * last)...last)
  }

  @Test func `smaller tablets complete the same schedules`() throws {
    for (medicine, form, from, tablets) in [
      ("venlafaxine", "immediate-release" as MedicineFormID?, 75.0, [37.5, 75]),
      ("mirtazapine", nil, 15, [3.75, 15]), ("agomelatine", nil, 25, [12.5, 25]),
      ("nortriptyline", nil, 100, [10, 50]),
    ] {
      let plan = try Tapers.plan(medicine, from: from, Tapers.set(tablets), .proportional) {
        $0.form = form
      }
      #expect(plan.isComplete && plan.doses.last == 0 && plan.doses.count > 1, "\(medicine)")
    }
  }

  @Test func `without a settled smallest effective dose only a named last dose is small enough`()
    throws
  {
    let set = try Tapers.set([10])
    let open = try Tapers.plan("clomipramine", from: 100, set, .proportional)
    #expect(end(of: open)?.cause == .effectiveDoseNotKnown)
    #expect(end(of: open)?.dose.milligrams == 10)
    let named = try Tapers.plan(
      "clomipramine", from: 100, set, .proportional
    ) {
      $0.smallest = (try? Tapers.milligrams(10)) ?? .zero
    }
    #expect(named.isComplete && named.flags.contains(.lowDoseNotKnown))
    let atOnce = try Tapers.plan("clomipramine", from: 10, set, .proportional) {
      $0.smallest = (try? Tapers.milligrams(10)) ?? .zero
    }
    #expect(end(of: atOnce)?.cause == .abruptStop)
  }

  @Test func `a dose that occupies little may be stopped from`() throws {
    let plan = try Tapers.plan("citalopram", from: 0.2, Tapers.set(liquid: "2mg/ml"), .proportional)
    #expect(plan.isComplete && plan.doses == [0])
  }

  /// 50 mg falls by 9.2 points to 25 mg, and from there by 70.8 to nothing; 10 are allowed.
  @Test func `a step that may be of any size goes to a dose that can be made`() throws {
    let plan = try Tapers.plan("sertraline", from: 50, Tapers.set([25])) { $0.size = .points(95) }
    #expect(plan.doses == [25])
    let barrier = try #require(end(of: plan))
    #expect(barrier.dose.milligrams == 25 && barrier.next == .zero)
    guard case .fall(let points, allowed: 10) = barrier.cause else {
      Issue.record("\(barrier.cause)")
      return
    }
    #expect(abs(points - 92 * 25 / 32.5) < 1e-9)
    let liquid = try Tapers.set([25], liquid: "1mg/ml")
    #expect(
      try Tapers.plan("sertraline", from: 50, liquid) { $0.size = .points(95) }.isComplete)
  }

  @Test func `a step that cuts more than half is marked and stands first among the flags`() throws {
    let plan = try Tapers.plan("citalopram", from: 60, Tapers.set([20, 10], liquid: "2mg/ml"))
    #expect(plan.steps.first?.isLarge == true && plan.steps.last?.isLarge == false)
    #expect(plan.steps.count(where: \.isLarge) < plan.steps.count - 1)
    guard case .smallShare = plan.flags.first else {
      Issue.record("\(String(describing: plan.flags.first))")
      return
    }
    #expect(plan.flags.first?.description.contains("LARGE STEP") == true)
    #expect(plan.flags.first?.description.contains("cautious steps") == true)
  }

  @Test func `a slow medicine is held for two to four weeks, others for one to four`() throws {
    let set = try Tapers.set(liquid: "4mg/ml")
    let slow = try Tapers.plan("fluoxetine", from: 20, set).advice.map(\.text)
    let usual = try Tapers.plan("citalopram", from: 20, set).advice.map(\.text)
    #expect(!slow.contains { $0.contains("1 to 4 weeks") })
    #expect(slow.contains { $0.contains("2 to 4 weeks") && $0.contains("DSC-03") })
    #expect(usual.contains { $0.contains("1 to 4 weeks") } && slow.count == usual.count)
  }

  @Test func `points that were not second-read stand among the sources as such`() throws {
    for name in ["citalopram", "vortioxetine"] {
      let basis = try Tapers.plan(name, from: 20, Tapers.set(liquid: "4mg/ml")).basis
      #expect(
        basis.contains {
          $0.name.contains("published points") && $0.evidence.certainty == .established
        }, "\(name)")
    }
    let basis = try Tapers.plan("sertraline", from: 50, Tapers.set(liquid: "4mg/ml")).basis
    #expect(!basis.contains { $0.name.contains("published points") })
  }
}
