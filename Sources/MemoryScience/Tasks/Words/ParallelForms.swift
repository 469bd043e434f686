/// Lists of words that share no word and are alike in feeling, length, part of speech and frequency,
/// by construction.
///
/// Words of one feeling, part of speech and band of frequency are a stratum. Each stratum is put in
/// the order of length and cut into blocks of as many words as there are forms; each form gets one
/// word of each block, by lot. The total lengths of two forms then differ in each stratum by at most
/// the difference of its longest and its shortest word: ``greatestLengthDifference``.
public struct ParallelForms: Hashable, Sendable {
  /// The words of each form: negative, neutral and positive ones in this order, each by strata.
  public let forms: [[TaskWord]]
  /// The bound on the difference of the total letters of any two forms.
  public let greatestLengthDifference: Int

  /// Makes forms.
  ///
  /// - Parameters:
  ///   - pool: the words.
  ///   - count: how many forms, 1 to 1,000.
  ///   - perForm: how many words of each feeling a form has.
  ///   - key: its seed and task name the lot; its form plays no part.
  /// - Throws: an error that says how many words of which feeling are missing.
  public init(
    of pool: WordPool, count: Int, perForm: [WordValence: Int], key: DesignKey
  ) throws(MemoryScienceError) {
    guard (1...1000).contains(count) else { throw .option("\(count) forms; give 1 to 1000") }
    var order = key.allocation
    var forms = [[TaskWord]](repeating: [], count: count)
    var difference = 0
    let usable = ParallelForms.withoutNearDuplicates(pool.words, &order)
    for valence in WordValence.allCases {
      let wanted = perForm[valence] ?? 0
      guard (0...WordPool.mostWords).contains(wanted) else {
        throw .option("\(wanted) \(valence.rawValue) words a form; give a smaller number")
      }
      let words = usable.filter { $0.valence == valence }
      guard words.count >= wanted * count else {
        throw .tooFew(
          observed: words.count, needed: wanted * count,
          what: "\(count) forms of \(wanted) \(valence.rawValue) words from \(pool.name)")
      }
      for (stratum, share) in ParallelForms.strata(of: words, wanted: wanted, forms: count) {
        difference += (stratum.last?.length ?? 0) - (stratum.first?.length ?? 0)
        for (form, dealt) in ParallelForms.deal(stratum, share, count, &order).enumerated() {
          forms[form] += dealt
        }
      }
    }
    self.forms = forms
    greatestLengthDifference = difference
  }

  /// Leaves out each word that is one letter, or two letters changed about, from one kept before.
  private static func withoutNearDuplicates(
    _ words: [TaskWord], _ order: inout SeededOrder
  ) -> [TaskWord] {
    var seen: Set<[UInt8]> = []
    return order.shuffled(words).filter { word in
      // Words one letter apart share a text with one letter left out.
      let letters = Array(word.text.utf8)
      var traces: Set<[UInt8]> = [letters]
      for index in letters.indices {
        var shorter = letters
        shorter.remove(at: index)
        traces.insert(shorter)
      }
      guard seen.isDisjoint(with: traces) else { return false }
      seen.formUnion(traces)
      return true
    }
  }

  private struct Stratum: Hashable, Comparable {
    let partOfSpeech: String
    let frequencyBand: Int

    init(_ word: TaskWord) {
      partOfSpeech = word.partOfSpeech ?? ""
      frequencyBand = word.frequencyBand ?? 0
    }

    static func < (left: Stratum, right: Stratum) -> Bool {
      (left.partOfSpeech, left.frequencyBand) < (right.partOfSpeech, right.frequencyBand)
    }
  }

  /// The strata in the order of length with how many of their words each form gets, by the method of
  /// largest remainders.
  private static func strata(
    of words: [TaskWord], wanted: Int, forms: Int
  ) -> [(words: [TaskWord], share: Int)] {
    guard wanted > 0 else { return [] }
    let groups = Dictionary(grouping: words, by: Stratum.init).sorted { $0.key < $1.key }
      .map(\.value)
    var shares = groups.map { min($0.count / forms, $0.count * wanted / words.count) }
    while shares.reduce(0, +) < wanted {
      let open = groups.indices.filter { shares[$0] < groups[$0].count / forms }
      // Strata too small to fill every form leave a rest that larger ones cannot always give.
      guard
        let next = open.max(by: { left, right in
          remainder(groups[left].count, shares[left])
            < remainder(groups[right].count, shares[right])
        })
      else { break }
      shares[next] += 1
    }
    func remainder(_ size: Int, _ share: Int) -> Double {
      Double(size * wanted) / Double(words.count) - Double(share)
    }
    if shares.reduce(0, +) < wanted { return [(sortedByLength(words), wanted)] }
    return zip(groups, shares).filter { $0.1 > 0 }.map { (sortedByLength($0.0), $0.1) }
  }

  /// By length; words of one length stay in their order, which is random.
  private static func sortedByLength(_ words: [TaskWord]) -> [TaskWord] {
    words.enumerated().sorted { ($0.element.length, $0.offset) < ($1.element.length, $1.offset) }
      .map(\.element)
  }

  private static func deal(
    _ stratum: [TaskWord], _ share: Int, _ forms: Int, _ order: inout SeededOrder
  ) -> [[TaskWord]] {
    var dealt = [[TaskWord]](repeating: [], count: forms)
    let used = share * forms
    for block in 0..<share {
      let lot = order.shuffled(Array(0..<forms))
      for (place, form) in lot.enumerated() {
        // Evenly over all lengths, where the stratum has more words than are used.
        let index = ((block * forms + place) * 2 + 1) * stratum.count / (2 * used)
        dealt[form].append(stratum[index])
      }
    }
    return dealt
  }
}
