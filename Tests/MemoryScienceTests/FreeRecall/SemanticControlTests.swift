import MemoryScience
import Statistics
import Testing

/// Emotional clustering on simulated recall whose causes are known.
struct SemanticControlTests {
  private let diagonal = [0, 4, 8]

  private func means(_ analysis: RecallAnalysis<LabelPair>) throws -> [Double] {
    try analysis.group().map { $0.mean ?? .nan }
  }

  @Test func `plain clustering takes meaning for emotion, controlled clustering does not`() throws {
    let (data, distances) = try InventedRecall(semantic: 0.8).data(people: 12, lists: 40, seed: 1)
    let plain = try data.clustering(by: "valence")
    let controlled = try data.controlledClustering(by: "valence", distances: distances).ratios
    var held = 0
    for bin in diagonal {
      #expect(try means(plain)[bin] > 1.4)
      #expect(abs(try means(controlled)[bin] - 1) < 0.04)
    }
    for subject in data.subjects {
      let fooled = try plain.intervals(for: subject, replicates: 200, seed: 2)
      let fair = try controlled.intervals(for: subject, replicates: 200, seed: 2)
      for bin in diagonal {
        #expect((fooled[bin].bounds?.lowerBound ?? 0) > 1)
        if fair[bin].bounds?.contains(1) == true { held += 1 }
      }
    }
    // 36 intervals of 95 %.
    #expect(held >= 31)
  }

  @Test func `clustering by emotion alone stays`() throws {
    let simulation = InventedRecall(emotional: 0.9, separation: 0)
    let (data, distances) = try simulation.data(people: 6, lists: 40, seed: 3)
    let plain = try means(data.clustering(by: "valence"))
    let controlled = try data.controlledClustering(by: "valence", distances: distances)
    for bin in diagonal {
      #expect(plain[bin] > 1.3)
      #expect(abs(try means(controlled.ratios)[bin] - plain[bin]) < 0.05)
    }
    for pull in controlled.pulls {
      #expect(abs(pull.value ?? .nan) < 3 * (pull.standardError ?? 0))
    }
  }

  @Test func `of both causes the emotional one is left`() throws {
    let simulation = InventedRecall(semantic: 0.6, emotional: 0.7)
    let (data, distances) = try simulation.data(people: 8, lists: 40, seed: 5)
    let plain = try means(data.clustering(by: "valence"))
    let controlled = try data.controlledClustering(by: "valence", distances: distances)
    let ratios = try means(controlled.ratios)
    for bin in diagonal {
      #expect(ratios[bin] > 1.15)
      #expect(ratios[bin] < plain[bin] - 0.2)
    }
  }

  /// The pull is in units of the standard deviation of the distances.
  @Test func `the pull is recovered whatever the valences do`() throws {
    let simulation = InventedRecall(semantic: 0.6, emotional: 1.5)
    let (data, distances) = try simulation.data(people: 12, lists: 40, seed: 7)
    var squares = (0.0, 0.0, 0.0)
    for row in distances.items.indices {
      for column in distances.items.indices where column != row {
        let value = distances.matrix[row, column]
        squares = (squares.0 + 1, squares.1 + value, squares.2 + value * value)
      }
    }
    let variance = squares.2 / squares.0 - (squares.1 / squares.0) * (squares.1 / squares.0)
    let truth = 0.6 * variance.squareRoot()
    let pulls = try data.controlledClustering(by: "valence", distances: distances).pulls
    #expect(pulls.count { abs(($0.value ?? .nan) - truth) < 2 * ($0.standardError ?? 0) } >= 10)
    #expect(pulls.allSatisfy { ($0.value ?? 0) > 3 * ($0.standardError ?? .infinity) })
    let mean = pulls.compactMap(\.value).reduce(0, +) / 12
    #expect(abs(mean - truth) < 0.1 * truth)
  }

  @Test func `similarities turn into distances without changing anything else`() throws {
    let (data, distances) = try InventedRecall(semantic: 0.8).data(people: 1, lists: 12, seed: 9)
    var negated = distances.matrix
    for row in 0..<negated.rows {
      for column in 0..<negated.columns { negated[row, column] = 3 - negated[row, column] }
    }
    let turned = try ItemDistances(items: distances.items, similarities: negated)
    let first = try data.controlledClustering(by: "valence", distances: distances)
    let second = try data.controlledClustering(by: "valence", distances: turned)
    #expect(
      abs((first.pulls[0].value ?? 0) - (second.pulls[0].value ?? 1)) < 1e-9)
    #expect(
      abs(
        (try data.distanceRank(distances).people[0].cells[0].value ?? 0)
          - (try data.distanceRank(turned).people[0].cells[0].value ?? 1)) < 1e-2)
  }

  @Test func `too little recall gives no pull and no ratio`() throws {
    let (data, distances) = try InventedRecall(semantic: 0.8).data(people: 1, lists: 1, seed: 9)
    let controlled = try data.controlledClustering(by: "valence", distances: distances)
    let few = try #require(controlled.pulls.first)
    try #require(few.choices < SemanticPull.fewestChoices)
    #expect(few.value == nil)
    #expect(controlled.ratios.people[0].cells.allSatisfy { $0.value == nil })
    #expect(throws: MemoryScienceError.self) {
      try controlled.ratios.intervals(for: "1", seed: 1)
    }
    let flat = try ItemDistances(
      items: distances.items,
      matrix: Matrix(rows: distances.items.count, columns: distances.items.count))
    #expect(
      throws: MemoryScienceError.unusable(
        "the distances between words are all the same; they control for nothing")
    ) { try data.controlledClustering(by: "valence", distances: flat) }
    #expect(throws: MemoryScienceError.self) {
      try data.controlledClustering(
        by: "valence",
        distances: ItemDistances(items: ["w1"], matrix: Matrix(rows: 1, columns: 1)))
    }
  }
}
