import Knowledge
import Testing

/// Rules from answers to totals, for instruments whose wording does not ship.
@Suite struct ScoringRuleTests {
  let knowledge: Knowledge

  init() throws { knowledge = try Shipped.knowledge.get() }

  private func score(_ id: InstrumentID, _ answers: [Int?]) throws -> Score {
    let instrument = try knowledge.instrument(id)
    let scales = try #require(instrument.scoring?.scales)
    let given = zip(scales, answers).compactMap { scale, value in value.map { (scale.item, $0) } }
    return try instrument.score(Dictionary(uniqueKeysWithValues: given))
  }

  private func same(_ value: Int?, _ count: Int) -> [Int?] { Array(repeating: value, count: count) }

  // Sums of the highest and the lowest answers, by hand.
  @Test(
    arguments: [
      ("hdrs17", 0, 0.0), ("madrs", 0, 0), ("qids-sr16", 0, 0), ("who5", 0, 0), ("wsas", 0, 0),
      ("isi", 0, 0), ("asrm", 0, 0), ("cadss", 0, 0), ("whodas12", 0, 0), ("asex", 1, 5),
      ("csq8", 1, 20), ("qlesq-sf", 1, 0), ("cesd", 0, 12), ("rrs-brooding", 1, 5),
      ("promis-depression-8a", 1, 38.2), ("promis-depression-4a", 1, 41),
      ("madrs", 6, 60), ("qids-sr16", 3, 27), ("who5", 5, 100), ("wsas", 8, 40), ("isi", 4, 28),
      ("asrm", 4, 20), ("cadss", 4, 92), ("cadss6", 4, 24), ("whodas12", 4, 48), ("asex", 6, 30),
      ("csq8", 4, 20), ("qlesq-sf", 5, 100), ("qlesq-sf", 3, 50), ("cesd", 3, 48),
      ("pcl5", 4, 80), ("audit-c", 4, 12), ("aims", 4, 28), ("core10", 4, 40), ("shaps", 1, 14),
      ("dars", 4, 68), ("pdq5", 4, 20), ("pdq-d20", 4, 80), ("rrs-brooding", 4, 20),
      ("promis-depression-8a", 5, 81.3), ("promis-depression-4a", 5, 79.4),
    ] as [(InstrumentID, Int, Double)])
  func `the same answer to every item gives the published total`(
    _ id: InstrumentID, _ value: Int, _ total: Double
  ) throws {
    #expect(try score(id, same(value, 40)).total == .complete(total))
  }

  @Test func `the highest HDRS-17 is 52, with items of 4 and of 2 points`() throws {
    let scales = try #require(try knowledge.instrument("hdrs17").scoring?.scales)
    let highest = scales.map { $0.values.max() }
    #expect(highest == [4, 4, 4, 2, 2, 2, 4, 4, 4, 4, 4, 2, 2, 2, 4, 2, 2])
    #expect(try score("hdrs17", highest).total == .complete(52))
  }

  // Items 1 to 4 = 2, 0, 3, 1 give 3 for sleep.
  @Test func `a domain counts its highest item`() throws {
    #expect(try score("qids-sr16", [2, 0, 3, 1] + same(0, 12)).total == .complete(3))
  }

  @Test func `one of a pair is enough`() throws {
    var answers = same(1, 16)
    answers[6] = nil
    answers[7] = nil
    #expect(try score("qids-sr16", answers).total == .complete(9))
    answers[8] = nil
    #expect(try score("qids-sr16", answers).total == .prorated(9, missing: ["q8", "q9"]))
  }

  @Test func `a domain without an answer leaves no total`() throws {
    var answers = same(1, 16)
    answers[4] = nil
    guard case .unscorable(let missing, let reason) = try score("qids-sr16", answers).total else {
      Issue.record("a total was given")
      return
    }
    #expect(missing == ["q5"] && reason.contains("9 domains"))
  }

  /// Random forms against the formula written out.
  @Test func `QIDS totals are the sum of nine domains`() throws {
    var generator = Congruential(state: 7)
    for _ in 0..<500 {
      let a = (0..<16).map { _ in generator.next(below: 4) }
      let sleep = a[0...3].max() ?? 0, appetite = a[5...8].max() ?? 0
      let expected = sleep + a[4] + appetite + a[9...13].reduce(0, +) + max(a[14], a[15])
      #expect(try score("qids-sr16", a).value == Double(expected))
    }
  }

  @Test func `an item turned round counts the other way`() throws {
    #expect(try score("csq8", [4, 1, 4, 1, 1, 4, 4, 1]).value == 32)
    #expect(try score("csq8", [1, 4, 1, 4, 4, 1, 1, 4]).value == 8)
    #expect(try score("who5", [3, 2, 4, 1, 0]).value == 40)
  }

  // 14/4·5 = 17.5 → 18; nine items of 2 → 20; eleven of 1 → 12; 5/11·12 = 5.45 → 5.
  @Test(
    arguments: [
      ("wsas", [3, 4, 3, 4, nil], 18.0), ("wsas", [nil, 4, 4, 4, 4], 20),
      ("madrs", [nil, 2, 2, 2, 2, 2, 2, 2, 2, 2], 20),
      ("whodas12", [nil, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1], 12),
      ("whodas12", [nil, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0], 5),
    ] as [(InstrumentID, [Int?], Double)])
  func `one skipped item is made up for where its rule allows it`(
    _ id: InstrumentID, _ answers: [Int?], _ total: Double
  ) throws {
    let score = try score(id, answers)
    #expect(score.value == total && score.missing.count == 1)
    guard case .prorated = score.total else {
      Issue.record("a total with a gap looks complete")
      return
    }
  }

  @Test(
    arguments: [
      ("wsas", 5, 2), ("madrs", 10, 2), ("whodas12", 12, 2), ("who5", 5, 1), ("isi", 7, 1),
      ("hdrs17", 17, 1), ("promis-depression-8a", 8, 1), ("promis-depression-4a", 4, 1),
      ("csq8", 8, 1), ("core10", 10, 1), ("asrm", 5, 1), ("pcl5", 20, 1), ("gad2", 2, 1),
    ] as [(InstrumentID, Int, Int)])
  func `more gaps than the rule allows leave no total`(
    _ id: InstrumentID, _ count: Int, _ gaps: Int
  ) throws {
    let score = try score(id, same(nil, gaps) + same(1, count - gaps))
    #expect(score.value == nil && score.missing.count == gaps)
    guard case .unscorable = score.total else {
      Issue.record("no reason is given")
      return
    }
  }

  @Test func `side effects are read item by item and have no total`() throws {
    let score = try score("fibser", [1, 6, 3])
    #expect(score.total == .separate(missing: []) && score.value == nil)
    #expect(score.readings.map(\.value) == [1, 6, 3])
    #expect(score.readings.map(\.band?.label) == [nil, nil, "to be addressed"])
    for (burden, label) in [
      (2, "acceptable"), (4, "to be addressed"), (5, "to be changed or decreased"),
    ] {
      let readings = try self.score("fibser", [nil, nil, burden]).readings
      #expect(readings.last?.band?.label == label && readings.first?.value == nil)
    }
    #expect(try !knowledge.instrument("fibser").accepts(total: 3))
  }

  /// Random forms with gaps of every instrument that is scored; an item turned round is lowered.
  @Test func `a worse answer never lowers a worse total`() throws {
    var generator = Congruential(state: 11)
    var compared: Set<InstrumentID> = []
    for instrument in knowledge.instruments.values.sorted(by: { $0.id < $1.id }) {
      guard let scoring = instrument.scoring, scoring.givesTotal else { continue }
      for _ in 0..<40 {
        var answers: [ItemID: Int] = [:]
        for scale in scoring.scales where generator.next(below: 12) > 0 {
          answers[scale.item] = scale.values.randomElement(using: &generator)
        }
        let before = try instrument.score(answers)
        guard let scale = scoring.scales.randomElement(using: &generator),
          let value = answers[scale.item], let total = before.value
        else { continue }
        answers[scale.item] = value + (scoring.reversed.contains(scale.item) ? -1 : 1)
        guard let changed = answers[scale.item], scale.values.contains(changed) else { continue }
        let after = try #require(try instrument.score(answers).value)
        #expect(after >= total && instrument.accepts(total: after))
        compared.insert(instrument.id)
      }
    }
    #expect(compared.count > 20)
  }

  @Test func `an instrument of which only totals are kept refuses answers`() throws {
    for id in ["psqi", "ymrs", "moca", "slums", "phq15", "madrs-s"] as [InstrumentID] {
      let instrument = try knowledge.instrument(id)
      let error = #expect(throws: KnowledgeError.self) { try instrument.score([:]) }
      #expect(error?.problem == .scoreOnly)
      #expect(instrument.accepts(total: instrument.range.upperBound))
      #expect(!instrument.accepts(total: instrument.range.upperBound + 1))
    }
  }
}
