import MemoryScience
import Statistics
import Testing

/// Variants that the golden file does not hold, against psifr 0.10.1 on the first three people of
/// its sample set Morton2013:
/// `data = fr.merge_free_recall(raw[raw.subject <= 3], list_keys=['category', 'list_type'])`.
/// Tables are compared by the sums of their actual and possible counts, plain and weighted by the
/// number of the row, from 1, sorted by subject and the columns in the order of the doc comments.
/// Distances, so that no file is needed: `((a + 1) * (b + 1) * 7919) % 1009 / 1009` of the column
/// `item_number`.
@Suite(.enabled(if: PsifrSample.isPresent, PsifrSample.absence))
struct PsifrVariantTests {
  private let data: RecallData
  private let distances: ItemDistances

  init() throws {
    data = try Self.prepared.get().0
    distances = try Self.prepared.get().1
  }

  private static let prepared = Result {
    let lists = try PsifrSample.morton.get().filter { ["1", "2", "3"].contains($0.subject) }
    var numbers: [String: Int] = [:]
    for list in lists {
      for (word, number) in zip(list.items, list.attributes["item_number"] ?? []) {
        numbers[word] = Int(number)
      }
    }
    let words = numbers.keys.sorted()
    var matrix = Matrix(rows: words.count, columns: words.count)
    for (row, left) in words.enumerated() {
      for (column, right) in words.enumerated() {
        let product = ((numbers[left] ?? 0) + 1) * ((numbers[right] ?? 0) + 1) * 7919
        matrix[row, column] = Double(product % 1009) / 1009
      }
    }
    return (try RecallData(lists), try ItemDistances(items: words, matrix: matrix))
  }

  private func expect<Bin>(
    _ analysis: RecallAnalysis<Bin>, actual: Double, possible: Double, probabilities: Double? = nil,
    weightedActual: Double, weightedPossible: Double,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let cells = analysis.people.flatMap(\.cells)
    let sums = cells.enumerated().reduce(into: [0.0, 0, 0, 0, 0]) { sums, row in
      sums[0] += row.element.actual
      sums[1] += row.element.possible
      sums[2] += row.element.actual * Double(row.offset + 1)
      sums[3] += row.element.possible * Double(row.offset + 1)
      sums[4] += row.element.value ?? 0
    }
    #expect(sums[0] == actual, sourceLocation: sourceLocation)
    #expect(sums[1] == possible, sourceLocation: sourceLocation)
    #expect(sums[2] == weightedActual, sourceLocation: sourceLocation)
    #expect(sums[3] == weightedPossible, sourceLocation: sourceLocation)
    if let probabilities {
      #expect(abs(sums[4] - probabilities) < 1e-10, sourceLocation: sourceLocation)
    }
  }

  private func expect<Bin>(
    _ analysis: RecallAnalysis<Bin>, _ values: [Double],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let found = analysis.people.flatMap(\.cells).map(\.value)
    #expect(found.count == values.count, sourceLocation: sourceLocation)
    for (value, expected) in zip(found, values) {
      #expect(abs((value ?? .nan) - expected) < 1e-12, sourceLocation: sourceLocation)
    }
  }

  /// `fr.pnr(data)`, sorted by output and input.
  @Test func `the probability of nth recall is psifr's`() throws {
    expect(
      try data.probabilityOfNthRecall(), actual: 1777, possible: 31936,
      probabilities: 85.83781059169337, weightedActual: 1_285_150, weightedPossible: 22_490_766)
  }

  /// `fr.lag_crp_compound(data)`, sorted by previous and current; with
  /// `test_key='category', test=lambda x, y: x == y`.
  @Test func `the compound lag-CRP is psifr's`() throws {
    expect(
      try data.compoundLagCRP(), actual: 1366, possible: 23402, probabilities: 196.32381473391888,
      weightedActual: 4_392_768, weightedPossible: 75_419_305)
    expect(
      try data.compoundLagCRP(.within("category")), actual: 800, possible: 10426,
      probabilities: 218.4451674001465, weightedActual: 2_476_616, weightedPossible: 32_540_761)
  }

  /// `fr.input_crp(data)`, sorted by current and previous: psifr 0.10.1 writes the two positions of a
  /// transition into the columns of one another, as recall of 3 then 1 of a list of three shows.
  @Test func `the input CRP is psifr's`() throws {
    expect(
      try data.inputCRP(), actual: 1563, possible: 27452, probabilities: 101.03702181088352,
      weightedActual: 1_365_218, weightedPossible: 24_488_421)
  }

  /// `fr.lag_crp(data, test_key='category', test=...)` with equality and inequality.
  @Test func `the lag-CRP within and between categories is psifr's`() throws {
    expect(
      try data.lagCRP(.within("category")), actual: 1195, possible: 13909,
      probabilities: 9.349658491131946, weightedActual: 81652, weightedPossible: 937_236)
    expect(
      try data.lagCRP(.between("category")), actual: 368, possible: 4572,
      probabilities: 9.742780541608262, weightedActual: 26504, weightedPossible: 323_365)
  }

  @Test func `a rule of one's own does what the named rule does`() throws {
    let data = data
    let own = try data.lagCRP(
      .custom { list, from, to in
        data.value(of: "category", in: list, at: from)
          == data.value(of: "category", in: list, at: to)
      })
    #expect(own.people == (try data.lagCRP(.within("category"))).people)
  }

  /// `fr.lag_rank(data, test_key='category', test=...)`.
  @Test func `the lag rank within and between categories is psifr's`() throws {
    expect(
      try data.lagRank(.within("category")),
      [0.5956292265450146, 0.6495977009379709, 0.6017983807293761])
    expect(
      try data.lagRank(.between("category")),
      [0.6038922215604908, 0.5688599382476934, 0.5520352036377678])
  }

  /// `fr.category_crp(data, 'category')`.
  @Test func `the category CRP of all lists is psifr's`() throws {
    let cells = try data.categoryCRP("category").people.map { $0.cells[0] }
    #expect(cells.map(\.actual) == [419, 399, 377])
    #expect(cells.map(\.possible) == [523, 544, 494])
  }

  /// `fr.distance_crp(data, 'index', D, [.1, .3, .35, .7, .9])`, with `count_unique=True`, and with
  /// the test of equal categories.
  @Test func `the distance CRP is psifr's`() throws {
    let edges = [0.1, 0.3, 0.35, 0.7, 0.9]
    let plain = try data.distanceCRP(distances, edges: edges)
    expect(
      plain, actual: 1243, possible: 21986, probabilities: 0.6718331946362659,
      weightedActual: 8253, weightedPossible: 146_116)
    for (bin, centre) in zip(plain.bins, [0.2, 0.325, 0.525, 0.8]) {
      #expect(abs(bin.centre - centre) < 1e-12)
    }
    expect(
      try data.distanceCRP(distances, edges: edges, countsBinsOnce: true), actual: 1243,
      possible: 5530, probabilities: 2.5159470507813833, weightedActual: 8253,
      weightedPossible: 36004)
    expect(
      try data.distanceCRP(distances, edges: edges, .within("category")), actual: 955,
      possible: 11107, probabilities: 1.0266893251730782, weightedActual: 6232,
      weightedPossible: 72738)
  }

  /// `fr.distance_rank(data, 'index', D)` and with the test of equal categories.
  @Test func `the distance rank is psifr's`() throws {
    expect(
      try data.distanceRank(distances),
      [0.4955854592892935, 0.5022615796394843, 0.5227019363616737])
    expect(
      try data.distanceRank(distances, .within("category")),
      [0.48730264570749804, 0.49621319176683193, 0.5272712547011231])
  }

  /// `fr.distance_rank_shifted(data, 'index', D, 3)`, from shift -1 on.
  @Test func `the shifted distance rank is psifr's`() throws {
    expect(
      try data.shiftedDistanceRank(distances, shifts: 3),
      [
        0.5025988171499007, 0.5102231844210453, 0.5029430013598318, 0.4934235133363077,
        0.47770876046088373, 0.48613880186510827, 0.522193497210942, 0.4903001223948991,
        0.518064379852045,
      ])
  }

  /// `fr.distance_rank_window(data, 'index', D, [-2, -1, 0, 1])`, and with the lags -1 and 1 and
  /// `exclude_prev_window=True`.
  @Test func `the windowed distance rank is psifr's`() throws {
    expect(
      try data.windowedDistanceRank(distances, lags: [-2, -1, 0, 1]),
      [
        0.5199838425125908, 0.5049202002788812, 0.4805503625308488, 0.5289608827320593,
        0.48355381736169406, 0.5024979326253953, 0.47669733258695723, 0.5019134623382221,
        0.49762427167262313, 0.5083670536215366, 0.5085747059167643, 0.5177927373733517,
      ])
    let isolated = try data.windowedDistanceRank(
      distances, lags: [-1, 1], excludesArrivalsFromWindow: true)
    expect(
      isolated,
      [
        0.4943920478392651, 0.5304960948612522, 0.5261232090942787, 0.5150316237140669,
        0.5159737053332015, 0.5181525217836038,
      ])
    #expect(isolated.people.map { $0.cells[0].possible } == [276, 254, 243])
  }

  /// `fr.distance_rank_window_asym(data, 'index', D)`, with `exclude_prev_window=True`, and with the
  /// test of equal categories.
  @Test func `the asymmetry of the distance rank is psifr's`() throws {
    expect(
      try data.distanceRankAsymmetry(distances),
      [0.0289201893860569, -0.007722855895249386, 0.012299316388583675])
    expect(
      try data.distanceRankAsymmetry(distances, excludesArrivalsFromWindow: true),
      [0.03610404702198686, -0.011091585380211936, 0.0021788164504022755])
    expect(
      try data.distanceRankAsymmetry(distances, .within("category")),
      [-0.00189595210336104, -0.021883125196501634, 0.03165676155473511])
  }
}
