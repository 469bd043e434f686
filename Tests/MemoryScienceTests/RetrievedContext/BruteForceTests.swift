import Foundation
import Statistics
import Testing

@testable import MemoryScience

/// The likelihood beside all that a person can do with a list of 3 to 5 items.
@Suite("Probabilities of all recall sequences")
struct BruteForceTests {
  private static let parameters: RetrievedContextParameters = {
    var parameters = RetrievedContextParameters()
    parameters.emotionScale = 2
    parameters.sourceToItemRate = 0.6
    parameters.semanticScale = 0.7
    parameters.choiceSensitivity = 2.5
    parameters.stopScale = 0.1
    return parameters
  }()

  private func model(_ source: SourceContext, _ choice: ChoiceRule) throws -> RetrievedContextModel
  {
    var similarity = Matrix(rows: 5, columns: 5)
    for row in 0..<5 {
      for column in 0..<5 where row != column {
        similarity[row, column] = 1 / Double(1 + row + column)
      }
    }
    return try RetrievedContextModel(
      source: source, choice: choice, parameters: Self.parameters, similarity: similarity)
  }

  private func study(_ count: Int) throws -> StudiedList {
    let valences: [Valence] = [.negative, .neutral, .negative, .positive, .neutral]
    return try StudiedList(
      valences: Array(valences.prefix(count)), words: Array([4, 2, 0, 1, 3].prefix(count)))
  }

  private func probability(
    _ model: RetrievedContextModel, _ study: StudiedList, _ recalls: [Int]
  ) throws -> Double {
    exp(try model.logLikelihood(of: [RecalledList(study: study, recalls: recalls)]))
  }

  @Test(
    "sum to 1 for CMR, eCMR and CMR3", arguments: SourceContext.allCases, ChoiceRule.allCases)
  func sums(source: SourceContext, choice: ChoiceRule) throws {
    let model = try model(source, choice)
    for (count, sequences) in [(3, 16), (4, 65), (5, 326)] {
      let study = try study(count)
      let all = RecallSequences.all(of: count)
      #expect(all.count == sequences)
      let sum = try all.reduce(0) { $0 + (try probability(model, study, $1)) }
      #expect(abs(sum - 1) < 1e-12)
    }
  }

  @Test("do not sum to 1 when an event is given more than its probability")
  func control() throws {
    var parameters = Self.parameters
    parameters.choiceSensitivity = 20
    let exact = try model(.valence, .power).with(parameters)
    let raised = try RetrievedContextModel(
      source: .valence, parameters: parameters, similarity: exact.similarity,
      leastProbability: 0.01)
    let study = try study(5)
    func sum(_ model: RetrievedContextModel) throws -> Double {
      try RecallSequences.all(of: 5).reduce(0) { $0 + (try probability(model, study, $1)) }
    }
    #expect(abs(try sum(exact) - 1) < 1e-12)
    #expect(try sum(raised) > 1.001)
  }

  /// Leaving one sequence out, the sum misses what that sequence is worth.
  @Test("every sequence counts")
  func every() throws {
    let model = try model(.emotion, .power)
    let study = try study(3)
    let values = try RecallSequences.all(of: 3).map { try probability(model, study, $0) }
    #expect(values.allSatisfy { $0 > 1e-6 })
    #expect(abs(values.dropLast().reduce(0, +) - 1) > 1e-6)
  }

  @Test("drawn recalls come as often as they are probable", arguments: ChoiceRule.allCases)
  func draws(choice: ChoiceRule) throws {
    let model = try model(.valence, choice)
    let study = try study(3)
    let count = 4000
    var stream = RandomStream(seed: 5)
    let lists = try model.recalls(
      of: Array(repeating: study, count: count), stream: &stream)
    var seen: [[Int]: Int] = [:]
    for list in lists { seen[list.recalls, default: 0] += 1 }
    func distance(_ model: RetrievedContextModel) throws -> Double {
      try RecallSequences.all(of: 3).reduce(0) { sum, recalls in
        let expected = Double(count) * (try probability(model, study, recalls))
        let gap = Double(seen[recalls] ?? 0) - expected
        return sum + gap * gap / expected
      }
    }
    let law = ChiSquared(degreesOfFreedom: 15)
    #expect(law.upperTail(try distance(model)) > 0.001)
    var other = Self.parameters
    other.choiceSensitivity = 1.5
    #expect(law.upperTail(try distance(model.with(other))) < 0.001)
  }
}
