import Knowledge
import Testing

@Suite struct BandTests {
  let knowledge: Knowledge

  init() throws { knowledge = try Shipped.knowledge.get() }

  @Test func `every whole total of every instrument lies in exactly one band`() {
    let banded = knowledge.instruments.values.filter { !$0.bands.isEmpty }
    #expect(banded.count >= 20)
    for instrument in banded where instrument.step == 1 {
      let range = Int(instrument.range.lowerBound)...Int(instrument.range.upperBound)
      for total in range.map(Double.init) {
        #expect(instrument.bands.count { $0.range.contains(total) } == 1)
        let band = instrument.band(forTotal: total)
        #expect(band == instrument.bands.first { $0.range.contains(total) })
      }
    }
  }

  @Test func `severity rises with the score, or falls where higher is better`() {
    for instrument in knowledge.instruments.values {
      let ranks = instrument.bands.map(\.severityRank)
      let rising = Array(0..<ranks.count)
      #expect(ranks == (instrument.direction == .higherIsWorse ? rising : rising.reversed()))
    }
  }

  // Kroenke, Spitzer and Williams 2001, table 4; QIDS bands from ids-qids.org; MADRS from Snaith
  // 1986; HDRS-17 from Zimmerman 2013; GAD-7 from Spitzer 2006.
  @Test(
    arguments: [
      ("phq9", 0.0, "none or minimal"), ("phq9", 4, "none or minimal"), ("phq9", 5, "mild"),
      ("phq9", 9, "mild"), ("phq9", 10, "moderate"), ("phq9", 14, "moderate"),
      ("phq9", 15, "moderately severe"), ("phq9", 19, "moderately severe"), ("phq9", 20, "severe"),
      ("phq9", 27, "severe"), ("phq8", 24, "severe"), ("phq8", 19, "moderately severe"),
      ("gad7", 4, "minimal"), ("gad7", 5, "mild"), ("gad7", 10, "moderate"), ("gad7", 15, "severe"),
      ("qids-sr16", 5, "none"), ("qids-sr16", 6, "mild"), ("qids-sr16", 11, "moderate"),
      ("qids-sr16", 16, "severe"), ("qids-sr16", 21, "very severe"), ("madrs", 6, "none"),
      ("madrs", 7, "mild"), ("madrs", 20, "moderate"), ("madrs", 35, "severe"),
      ("hdrs17", 7, "none"),
      ("hdrs17", 8, "mild"), ("hdrs17", 17, "moderate"), ("hdrs17", 24, "severe"),
      ("who5", 28, "very poor well-being"), ("who5", 50, "poor well-being"),
      ("isi", 8, "subthreshold insomnia"), ("wsas", 10, "significant impairment"),
      ("madrs-s", 12, "none"), ("madrs-s", 13, "mild"), ("madrs-s", 19, "mild"),
      ("madrs-s", 20, "moderate"), ("madrs-s", 34, "moderate"), ("madrs-s", 35, "severe"),
      ("psqi", 5, "at or below the cut-off"), ("psqi", 6, "above the cut-off for poor sleep"),
      ("asrm", 5, "below the cut-off"), ("asrm", 6, "at or above the cut-off"),
      ("shaps", 2, "below the cut-off"), ("shaps", 3, "at or above the cut-off"),
      ("moca", 25, "below the cut-off"), ("moca", 26, "at or above the cut-off"),
      ("cgi-i", 2, "response"), ("cgi-i", 3, "no response"),
      ("phq15", 4, "none or minimal"), ("phq15", 5, "mild"), ("phq15", 10, "moderate"),
      ("phq15", 15, "severe"), ("phq15", 14, "moderate"), ("cesd", 15, "below the cut-off"),
      ("cesd", 16, "at or above the cut-off"),
      ("promis-depression-8a", 54.1, "below 55"), ("promis-depression-8a", 55.1, "mild"),
      ("promis-depression-8a", 59.4, "mild"), ("promis-depression-8a", 60.3, "moderate"),
      ("promis-depression-8a", 69.7, "moderate"), ("promis-depression-8a", 70.7, "severe"),
      ("promis-depression-4a", 41, "below 55"), ("promis-depression-4a", 79.4, "severe"),
      ("wsas", 20, "significant impairment"), ("phq2", 2, "below the cut-off"),
      ("phq2", 3, "at or above the cut-off"),
    ] as [(InstrumentID, Double, String)])
  func `a total is in its published band`(_ id: InstrumentID, _ total: Double, _ label: String)
    throws
  {
    #expect(try knowledge.instrument(id).band(forTotal: total)?.label == label)
  }

  @Test func `a mean between two bands belongs to the lower`() throws {
    #expect(try knowledge.instrument("phq9").band(forTotal: 9.5)?.label == "mild")
  }

  @Test(arguments: [-1, 27.5, 28, .nan, .infinity, -.infinity, 1e308])
  func `an impossible total has no band and is not accepted`(_ total: Double) throws {
    let phq9 = try knowledge.instrument("phq9")
    #expect(!phq9.accepts(total: total))
    #expect(phq9.band(forTotal: total) == nil)
    #expect(phq9.isRemission(total: total) == nil)
  }

  // PHQ-9 below 5, HDRS-17 7 or less, MADRS 10 or less, QIDS-SR16 5 or less, ISI below 8.
  @Test(
    arguments: [
      ("phq9", 4.0, 5.0), ("phq8", 4, 5), ("gad7", 4, 5), ("hdrs17", 7, 8), ("madrs", 10, 11),
      ("qids-sr16", 5, 6), ("wsas", 9, 10), ("isi", 7, 8), ("madrs-s", 11, 12), ("psqi", 5, 6),
      ("ymrs", 12, 13), ("cgi-s", 2, 3), ("promis-depression-8a", 54.1, 55.1),
    ] as [(InstrumentID, Double, Double)])
  func `remission ends where its source says`(
    _ id: InstrumentID, _ last: Double, _ first: Double
  ) throws {
    let instrument = try knowledge.instrument(id)
    #expect(instrument.isRemission(total: last) == true)
    #expect(instrument.isRemission(total: first) == false)
  }

  @Test func `instruments without a definition of remission say so`() throws {
    #expect(try knowledge.instrument("phq2").isRemission(total: 0) == nil)
    #expect(try knowledge.instrument("who5").isRemission(total: 100) == nil)
  }

  @Test(arguments: [
    (Threshold.Comparison.below, [true, false, false]), (.atMost, [true, true, false]),
    (.atLeast, [false, true, true]), (.above, [false, false, true]),
  ])
  func `a threshold counts the side it names`(
    _ comparison: Threshold.Comparison, _ expected: [Bool]
  ) {
    let threshold = Threshold(comparison: comparison, score: 5)
    #expect([4, 5, 6].map(threshold.isMet) == expected)
    #expect(!threshold.isMet(by: .nan))
  }

  @Test func `the notes keep what a threshold alone would hide`() throws {
    let madrs = try knowledge.instrument("madrs").provenance.evidence[.remission]
    #expect(madrs?.note?.contains("12 or less") == true)
    #expect(madrs?.sources.map(\.id).contains("sustain-3") == true)
  }
}
