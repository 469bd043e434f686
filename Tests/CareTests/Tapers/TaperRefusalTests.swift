import Care
import Knowledge
import Testing
import Time

@Suite struct TaperRefusalTests {
  @Test(arguments: [
    "desvenlafaxine", "fluvoxamine", "vilazodone", "levomilnacipran", "mirtazapine", "imipramine",
    "amitriptyline", "phenelzine", "tranylcypromine", "moclobemide", "trazodone", "agomelatine",
    "milnacipran",
  ])
  func `without usable data nothing is calculated, and what is allowed is said`(
    _ medicine: String
  ) throws {
    let error = try #require(try Tapers.refusal(medicine, from: 100))
    guard case .noModel(_, let reason, let instead) = error else {
      Issue.record("\(medicine): \(error)")
      return
    }
    #expect(!reason.isEmpty && instead.contains("50 %") && instead.contains("75 %"))
    #expect(instead.contains("nice-ng222"))
  }

  @Test func `bupropion asks for its form and then has no data`() throws {
    #expect(
      try Tapers.refusal("bupropion")
        == .needsForm(
          "bupropion", forms: ["immediate-release", "sustained-release", "extended-release"]))
    let error = try Tapers.refusal("bupropion") { $0.form = "extended-release" }
    guard case .noModel = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func `parameters of one form are not used for another`() throws {
    let error = try #require(
      try Tapers.refusal("venlafaxine", from: 75) { $0.form = "immediate-release" })
    #expect(error.description.contains("another form: extended-release"))
    #expect(try Tapers.refusal("venlafaxine", from: 75) { $0.form = "extended-release" } == nil)
  }

  @Test func `modified-release forms are not divided`() throws {
    let error = try Tapers.refusal("venlafaxine", from: 75) {
      $0.form = "extended-release"
      $0.formulation = try? Tapers.set([37.5], .halves)
    }
    #expect(error == .unsplittable(form: "extended-release (XR, XL, CR, ER)"))
  }

  /// The negative control is a tablet without a coat.
  @Test func `capsules and tablets whose coat carries the dose are not divided, named or not`()
    throws
  {
    for (name, dose) in [
      ("duloxetine", 60.0), ("desvenlafaxine", 50), ("levomilnacipran", 80),
      ("dextromethorphan-bupropion", 90),
    ] {
      let error = try Tapers.refusal(name, from: dose, .proportional) {
        $0.formulation = try? Tapers.set([30], .halves)
      }
      guard case .unsplittable = error else {
        Issue.record("\(name): \(String(describing: error))")
        continue
      }
    }
    #expect(
      try Tapers.refusal("desvenlafaxine", from: 50, .proportional) { $0.form = "extended-release" }
        == nil)
    #expect(
      try Tapers.refusal("sertraline", from: 50, .proportional) {
        $0.formulation = try? Tapers.set([25], .halves)
      } == nil)
  }

  @Test func `more than three times the usual maximum is taken for a slip`() throws {
    let error = try #require(try Tapers.refusal("citalopram", from: 40_000))
    #expect(
      error
        == .implausibleDose(
          "citalopram", given: "40000 mg", usualMaximum: "40 mg", times: 3))
    #expect(error.description.contains("check the number and its unit"))
    #expect(try Tapers.refusal("citalopram", from: 120.1) != nil)
    #expect(try Tapers.refusal("citalopram", from: 120) == nil)
    #expect(try Tapers.refusal("citalopram", from: 40_000, .preset) == error)
  }

  @Test func `what is no antidepressant, no daily dose or a course is refused`() throws {
    for name in ["lithium", "aripiprazole", "esketamine", "zuranolone"] {
      let error = try Tapers.refusal(name, .proportional)
      switch error {
      case .notTapered, .notMilligrams: break
      default: Issue.record("\(name): \(String(describing: error))")
      }
    }
    #expect(try Tapers.refusal("nonexistin") == .notInCatalogue("nonexistin"))
  }

  @Test func `a guessed model is used only when asked for, and called derived`() throws {
    let plan = try Tapers.plan("desvenlafaxine", from: 50, Tapers.set(liquid: "5mg/ml")) {
      $0.allowsFallback = true
    }
    #expect(plan.flags.first == .guessedModel)
    // 0.15 times the smallest effective dose of 50 mg.
    #expect(plan.curve?.model.halfMaximalDose == 7.5 && plan.curve?.model.maximum == 92)
    for name in ["vilazodone", "levomilnacipran", "mirtazapine", "imipramine"] {
      let error = try Tapers.refusal(name, from: 30) { $0.allowsFallback = true }
      guard case .noModel = error else {
        Issue.record("\(name) is guessed at")
        continue
      }
    }
  }

  @Test func `a slow medicine waits, and its level is said not to be steady`() throws {
    let set = try Tapers.set([20, 10], liquid: "4mg/ml")
    #expect(try Tapers.plan("fluoxetine", from: 20, set).everyDays == 28)
    guard
      case .tooFast(7, 14, _) = try Tapers.refusal("fluoxetine", .occupancy, { $0.everyDays = 7 })
    else {
      Issue.record("a week between steps of a slow medicine was allowed")
      return
    }
    let plan = try Tapers.plan("fluoxetine", from: 20, set) { $0.everyDays = 14 }
    #expect(plan.flags.contains(.slowMedicine(advisedDays: 28)))
    // Five half-lives of up to 384 hours.
    #expect(plan.flags.contains(.notSteady(days: 80)))
    #expect(!(try Tapers.plan("sertraline", from: 50, set).flags.contains(.notSteady(days: 80))))
  }

  @Test func `a dose above the maximum is flagged, one at the maximum is high, both calculated`()
    throws
  {
    let set = try Tapers.set([20, 10], liquid: "2mg/ml")
    let above = try Tapers.plan("citalopram", from: 60, set)
    #expect(above.flags.contains(.aboveUsualMaximum(40)))
    let at = try Tapers.plan("citalopram", from: 40, set)
    #expect(!at.flags.contains(.aboveUsualMaximum(40)))
    #expect(at.risk.modifiers(with: .recorded(true)) == [.highDose])
    #expect(at.risk.tier == .high)
    #expect(at.risk.modifiers(with: .notRecorded).count == 3)
    #expect(at.flags.contains(.considerCautious))
  }

  @Test func `a liquid is called possibly not equivalent, and not the modified-release form`()
    throws
  {
    let set = try Tapers.set([75], liquid: "15mg/ml")
    let plan = try Tapers.plan("venlafaxine", from: 75, set) { $0.form = "extended-release" }
    #expect(plan.flags.contains(.liquidEquivalence))
    #expect(plan.flags.contains(.liquidForOtherForm("extended-release (XR, XL, CR, ER)")))
    let tablets = try Tapers.plan("citalopram", from: 20, Tapers.set([10]))
    #expect(!tablets.flags.contains(.liquidEquivalence))
  }

  @Test func `numbers that make no sense are refused by name`() throws {
    #expect(throws: TaperError.notANumber("nan")) { try ExactDose(milligrams: .nan) }
    for text in ["0mg", "-5mg", "1000000000mg", "99999999999999999999g", "0.0000001mg"] {
      #expect(throws: TaperError.self, "\(text)") { try ExactDose(reading: text) }
    }
    for text in ["", "mg", "4", "4.mg", "1e9mg", "nanmg", "infmg", "4mg/ml", "1.2.3mg", "٤mg"] {
      #expect(throws: TaperError.self, "\(text)") { try ExactDose(reading: text) }
    }
    #expect(throws: TaperError.noFormulation) { try FormulationSet(tablets: []) }
    #expect(throws: TaperError.self) { try FormulationSet(tablets: [.zero]) }
    for text in ["2mg", "2mg/l", "0mg/ml", "2mg/0ml", "2/ml", "2mg/ml/ml"] {
      #expect(throws: TaperError.self, "\(text)") {
        try Liquid(reading: text, syringeMicrolitres: 100)
      }
    }
    #expect(throws: TaperError.unevenLiquid) {
      try Liquid(reading: "10mg/3ml", syringeMicrolitres: 100)
    }
    for points in [0, -1, .nan, 101, .infinity] {
      let error = try Tapers.refusal("citalopram") { $0.size = .points(points) }
      guard case .outOfRange = error else {
        Issue.record("a step of \(points) points was allowed")
        continue
      }
    }
    for days in [0, -3, 1, 366, Int.max, Int.min] {
      #expect(try Tapers.refusal("citalopram") { $0.everyDays = days } != nil, "\(days)")
    }
    #expect(try Tapers.refusal("citalopram") { $0.from = .zero } != nil)
    #expect(try Tapers.refusal("citalopram") { $0.formulation = nil } == .noFormulation)
    let late = try #require(Day("9999-12-31"))
    #expect(
      try Tapers.refusal("citalopram", from: 40, .preset) { $0.start = late } == .pastTheCalendar)
    #expect(
      try Tapers.refusal("citalopram", from: 25, .preset)
        == .notOnPreset("citalopram", dose: "25 mg", doses: "40 mg, 30 mg, 20 mg, 10 mg"))
  }

  @Test func `a schedule that nobody could follow is refused`() throws {
    let error = try Tapers.refusal("citalopram", from: 40) {
      $0.size = .points(0.1)
      $0.formulation = try? Tapers.set(liquid: "10mg/ml", syringe: 1)
    }
    #expect(error == .tooManySteps(400))
  }
}
