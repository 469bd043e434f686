import Care
import Knowledge
import Testing

@Suite struct AdequacyTests {
  private let knowledge: Knowledge
  private let judge: TrialJudge

  init() throws {
    knowledge = try Bundled.knowledge.get()
    judge = try TrialJudge(knowledge)
  }

  private func rating(_ trial: TreatmentTrial, weeks: ClosedRange<Double> = 4...4) -> TrialAdequacy
  {
    judge.adequacy(of: trial, weeks: weeks, needsAdherence: true)
  }

  /// Fluvoxamine: 50 mg in one form, 100 mg in another.
  @Test(arguments: [(49.0, 0), (50, 2), (75, 2), (99, 2), (100, 3), (300, 3)])
  func `a dose below, within and above the range of forms`(_ dose: Double, _ rank: Int) {
    #expect(rating(.failed("fluvoxamine", dose: dose)).rank == rank)
  }

  @Test(arguments: [(3.9, 0), (4.0, 2), (5.9, 2), (6.0, 3)])
  func `weeks below, within and above the range of forms`(_ weeks: Double, _ rank: Int) {
    #expect(rating(.failed("citalopram", weeks: weeks), weeks: 4...6).rank == rank)
  }

  @Test func `reasons name the numbers`() {
    #expect(
      rating(.failed("citalopram", dose: 10, weeks: 8))
        == .inadequate(["10 mg is below 20 mg"]))
    #expect(
      rating(.failed("fluvoxamine", dose: 75)) == .bySomeForms(["75 mg is below 100 mg"]))
  }

  @Test func `what is missing is named, and nothing is guessed`() {
    #expect(rating(.failed("citalopram", dose: nil)) == .cannotTell(missing: ["dose in mg"]))
    #expect(
      rating(.failed("citalopram", weeks: nil)) == .cannotTell(missing: ["weeks at the dose"]))
    #expect(rating(.failed("citalopram", adherence: nil)) == .cannotTell(missing: ["adherence"]))
    #expect(
      rating(.failed("imipramine", dose: 300))
        == .cannotTell(missing: ["a settled smallest effective dose of imipramine"]))
  }

  @Test func `what is certain in spite of missing facts is said`() {
    // Two weeks are too short at any dose; low adherence is too low at any dose.
    #expect(rating(.failed("citalopram", dose: nil, weeks: 2)).rank == 0)
    #expect(rating(.failed("imipramine", dose: 300, weeks: 2)).rank == 0)
    #expect(rating(.failed("citalopram", dose: nil, adherence: 0.5)).rank == 0)
    #expect(rating(.failed("citalopram", dose: 10, weeks: nil)).rank == 0)
  }

  @Test func `adherence at the bound is enough, below it is not`() {
    #expect(rating(.failed("citalopram", adherence: 0.8)).rank == 3)
    #expect(
      rating(.failed("citalopram", adherence: 0.79)) == .inadequate(["taken 79 % of the time"]))
  }

  @Test func `units of mass are turned into each other, other units are not`() {
    #expect(rating(.failed("citalopram", dose: 0.02, unit: "g")).rank == 3)
    #expect(rating(.failed("liothyronine", dose: 0.025, unit: "mg", role: .augmentation)).rank == 3)
    #expect(
      rating(.failed("lithium", dose: 900, unit: "mg", role: .augmentation))
        == .cannotTell(missing: ["dose in mmol/L"]))
    #expect(rating(.failed("lithium", dose: 0.5, unit: "mmol/L", role: .augmentation)).rank == 2)
  }

  @Test func `steps at and above the dose add up`() {
    func steps(_ steps: [(Double, Double)]) -> TreatmentTrial {
      TreatmentTrial(
        label: "a", agent: .medicine("citalopram"),
        exposures: steps.map {
          TreatmentTrial.Exposure(
            dose: .recorded(TreatmentTrial.Amount($0.0, "mg")), weeks: .recorded($0.1))
        }, adherence: .recorded(1))
    }
    #expect(rating(steps([(10, 4), (20, 2), (30, 2)])).rank == 3)
    #expect(rating(steps([(10, 4), (20, 2), (30, 1.9)])).rank == 0)
  }

  @Test func `without a form on record the thresholds of all forms count`() {
    #expect(rating(.failed("paroxetine", dose: 20)).rank == 2)
    #expect(rating(.failed("paroxetine", dose: 25)).rank == 3)
    #expect(rating(.failed("paroxetine", dose: 19)).rank == 0)
  }

  @Test(arguments: [
    ("ect", 5.0, 0), ("ect", 6, 2), ("ect", 8, 3), ("itbs", 19, 0), ("itbs", 30, 3),
  ])
  func `sessions are rated where sessions count`(_ id: String, _ given: Double, _ rank: Int) {
    #expect(
      judge.adequacy(
        of: .course(id, sessions: given), weeks: 4...4, needsAdherence: false
      ).rank == rank)
  }

  @Test func `sessions are given by somebody, so that adherence is no question`() {
    #expect(
      judge.adequacy(of: .course("ect"), weeks: 4...4, needsAdherence: true) == .adequate)
    #expect(
      judge.adequacy(of: .course("tdcs"), weeks: 4...4, needsAdherence: true)
        == .cannotTell(missing: [
          "a settled number of sessions for transcranial direct current stimulation"
        ]))
  }

  @Test func `something without a record cannot be rated`() {
    let trial = TreatmentTrial(label: "a", agent: .unknown("a"))
    #expect(rating(trial) == .cannotTell(missing: ["a record of what was given"]))
  }

  @Test func `a longer or higher trial never becomes less adequate`() {
    let weeks = [0, 2, 3.9, 4, 5, 6, 8, 52]
    let doses = [0, 1, 5, 10, 20, 25, 42, 50, 75, 100, 150, 300, 600.0]
    var ranks: Set<Int> = []
    for medicine in knowledge.medicines.medicines.values {
      let unit = medicine.doses.first?.unit ?? "mg"
      for (shorter, longer) in zip(weeks, weeks.dropFirst()) {
        for (lower, higher) in zip(doses, doses.dropFirst()) {
          func rank(_ dose: Double, _ weeks: Double) -> Int {
            judge.adequacy(
              of: .failed(medicine.id.rawValue, dose: dose, unit: unit, weeks: weeks),
              weeks: 4...6, needsAdherence: false
            ).rank
          }
          let base = rank(lower, shorter)
          ranks.insert(base)
          #expect(rank(higher, shorter) >= base && rank(lower, longer) >= base)
        }
      }
    }
    #expect(ranks == [0, 1, 2, 3])
  }
}
