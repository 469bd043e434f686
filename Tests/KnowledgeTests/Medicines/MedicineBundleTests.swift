import Knowledge
import Testing

@Suite struct MedicineBundleTests {
  private let knowledge: Knowledge
  private var catalogue: MedicineCatalogue { knowledge.medicines }

  init() throws { knowledge = try Shipped.knowledge.get() }

  private func medicine(_ name: String) throws -> Medicine {
    try #require(catalogue.medicine(named: name))
  }

  @Test func `the medicines of the reference table ship`() {
    let expected = """
      citalopram escitalopram fluoxetine fluvoxamine paroxetine sertraline venlafaxine desvenlafaxine \
      duloxetine levomilnacipran milnacipran vilazodone vortioxetine bupropion \
      dextromethorphan-bupropion mirtazapine mianserin trazodone nefazodone agomelatine reboxetine \
      gepirone zuranolone amitriptyline nortriptyline imipramine desipramine clomipramine doxepin \
      trimipramine protriptyline maprotiline dosulepin lofepramine amoxapine phenelzine \
      tranylcypromine isocarboxazid selegiline moclobemide esketamine ketamine aripiprazole \
      brexpiprazole cariprazine lumateperone quetiapine olanzapine risperidone lithium liothyronine \
      lamotrigine buspirone pramipexole modafinil methylphenidate d-cycloserine st-johns-wort
      """
    for id in expected.split(separator: " ") {
      #expect(catalogue.medicines[MedicineID(rawValue: String(id))] != nil, "\(id)")
    }
  }

  /// The table of smallest effective doses, section 2.2 of the reference; rows whose forms conflict
  /// without a range have none.
  @Test(arguments: [
    ("citalopram", nil, 20.0, 20.0, 40.0), ("escitalopram", nil, 10, 10, 20),
    ("fluoxetine", nil, 20, 20, 80), ("fluvoxamine", nil, 50, 100, 300),
    ("paroxetine", "immediate-release", 20, 20, 50),
    ("paroxetine", "extended-release", 25, 25, 62.5), ("sertraline", nil, 50, 50, 200),
    ("venlafaxine", "extended-release", 75, 150, 225), ("desvenlafaxine", nil, 50, 50, 100),
    ("duloxetine", nil, 40, 60, 120), ("levomilnacipran", nil, 40, 40, 120),
    ("milnacipran", nil, 100, 100, 200), ("vortioxetine", nil, 10, 10, 20),
    ("bupropion", "sustained-release", 150, 300, 400),
    ("bupropion", "extended-release", 150, 300, 450), ("mirtazapine", nil, 15, 15, 45),
    ("trazodone", nil, 150, 300, 600), ("nefazodone", nil, 300, 300, 600),
    ("agomelatine", nil, 25, 25, 50), ("reboxetine", nil, 8, 8, 12),
    ("gepirone", "extended-release", 36.3, 36.3, 72.6), ("amitriptyline", nil, 100, 150, 300),
    ("nortriptyline", nil, 75, 75, 150), ("lofepramine", nil, 140, 140, 210),
    ("phenelzine", nil, 45, 45, 90), ("tranylcypromine", nil, 30, 30, 60),
    ("isocarboxazid", nil, 30, 30, 60), ("selegiline", "transdermal", 6, 6, 12),
    ("moclobemide", nil, 300, 300, 600), ("lithium", nil, 0.4, 0.6, 1.0),
    ("liothyronine", nil, 25, 25, 50), ("aripiprazole", nil, 2, 5, 15),
    ("brexpiprazole", nil, 1, 2, 3), ("quetiapine", "extended-release", 150, 150, 300),
    ("cariprazine", nil, 1.5, 1.5, 3), ("lumateperone", nil, 42, 42, 42),
  ])
  func `doses are those of the reference table`(
    _ name: String, _ form: String?, _ low: Double, _ high: Double, _ most: Double
  ) throws {
    let guide = try #require(
      medicine(name).doses.first { $0.form == form.map(MedicineFormID.init(rawValue:)) })
    #expect(guide.minimumEffective == low...high)
    #expect(guide.usualMaximum?.upperBound == most)
  }

  @Test(arguments: [
    "mianserin", "imipramine", "desipramine", "clomipramine", "doxepin", "trimipramine",
    "protriptyline", "maprotiline", "dosulepin",
  ])
  func `a dose whose forms conflict without a range is not there`(_ name: String) throws {
    for guide in try medicine(name).doses { #expect(guide.minimumEffective == nil) }
  }

  @Test(arguments: [
    ("phenelzine", "sertraline", 14.0), ("phenelzine", "nortriptyline", 14),
    ("tranylcypromine", "mirtazapine", 14), ("phenelzine", "bupropion", 14),
    ("fluoxetine", "phenelzine", 35), ("vortioxetine", "tranylcypromine", 21),
    ("clomipramine", "phenelzine", 21), ("sertraline", "phenelzine", 14),
    ("mirtazapine", "selegiline", 14), ("moclobemide", "sertraline", 1),
    ("fluoxetine", "moclobemide", 35), ("fluoxetine", "linezolid", 35),
    ("sertraline", "linezolid", 14),
  ])
  func `the longest interval between medicines is that of the gates`(
    _ stopped: String, _ starting: String, _ days: Double
  ) throws {
    let washouts = catalogue.washouts(
      stopped: try medicine(stopped), starting: try medicine(starting))
    #expect(washouts.map(\.days.upperBound).max() == days)
  }

  @Test func `no interval is asked for where none is known`() throws {
    let none = catalogue.washouts(
      stopped: try medicine("sertraline"), starting: try medicine("mirtazapine"))
    #expect(none.isEmpty)
  }

  @Test func `an interval of one country is left out elsewhere`() throws {
    let (vortioxetine, phenelzine) = (try medicine("vortioxetine"), try medicine("phenelzine"))
    let german = catalogue.washouts(stopped: vortioxetine, starting: phenelzine, country: "DE")
    #expect(german.map(\.days) == [14...21])
    let american = catalogue.washouts(stopped: vortioxetine, starting: phenelzine, country: "US")
    #expect(american.map(\.days.lowerBound).max() == 21)
  }

  @Test func `interactions do not depend on the order of the two`() throws {
    let (wort, sertraline) = (try medicine("St John's wort"), try medicine("sertraline"))
    #expect(catalogue.interactions(between: wort, and: sertraline).map(\.id) == ["SER-02"])
    #expect(catalogue.interactions(between: sertraline, and: wort).map(\.id) == ["SER-02"])
    #expect(catalogue.interactions(between: wort, and: try medicine("bupropion")).isEmpty)
    #expect(
      catalogue.interactions(between: try medicine("phenelzine"), and: try medicine("tramadol"))
        .map(\.weight) == [.contraindicated])
  }

  @Test func `a name is found in any case, and the nearest one is never taken`() {
    #expect(catalogue.medicine(named: "CITALOPRAM")?.id == "citalopram")
    #expect(catalogue.medicine(named: "citalopran") == nil)
    #expect(catalogue.medicine(named: "") == nil)
  }

  @Test func `every word of the vocabulary that a medicine could have is used`() {
    let used = Set(catalogue.medicines.values.flatMap { $0.flags.keys })
    // No member is known with a source; records name these themselves.
    #expect(
      Set(catalogue.vocabulary.flags.keys).subtracting(used) == ["lithium-raising"])
    let watched = Set(
      catalogue.medicines.values.flatMap(\.monitoring)
        + knowledge.treatments.values.flatMap(\.monitoring))
    #expect(Set(catalogue.vocabulary.monitoring.keys).subtracting(watched) == [])
  }

  @Test func `every monoamine oxidase inhibitor asks for a gate before another antidepressant`()
    throws
  {
    let others = try catalogue.medicines(with: "serotonin-reuptake-inhibitor").map {
      try medicine($0.rawValue)
    }
    #expect(others.count == 11)
    for inhibitor in catalogue.medicines.values where inhibitor.medicineClass == "maoi-irreversible"
    {
      for other in others {
        #expect(
          catalogue.washouts(stopped: inhibitor, starting: other).contains { $0.days == 14...14 })
        #expect(
          catalogue.washouts(stopped: other, starting: inhibitor)
            .contains { $0.days.lowerBound >= 14 })
      }
    }
  }
}
