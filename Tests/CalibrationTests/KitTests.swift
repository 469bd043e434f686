import Statistics
import Testing

/// The kit itself tells right from wrong.
@Suite struct KitTests {
  @Test func `uniform shares pass, shares of too narrow a posterior fail`() async throws {
    let people = try await People.simulate(1000, seed: 11) { stream in
      let truth = stream.normal()
      let right = (0..<63).map { _ in stream.normal() }
      return (truth, right, right.map { 0.8 * $0 })
    }
    var right = Ranks()
    var narrow = Ranks()
    for (truth, draws, fewer) in people {
      right.add(truth, among: draws)
      narrow.add(truth, among: fewer)
    }
    #expect(right.probability > 0.01)
    #expect(narrow.probability < 1e-4)
  }

  @Test func `coverage tells an interval that is too narrow`() async throws {
    let people = try await People.simulate(1000, seed: 12) { $0.normal() }
    var right = Coverage(nominal: 0.8)
    var narrow = Coverage(nominal: 0.8)
    for value in people {
      right.add([Normal.standard.cumulative(value)])
      narrow.add([Normal.standard.cumulative(value / 0.9)])
    }
    #expect(abs(right.realised - 0.8) < 3 * right.standardError)
    #expect(!narrow.keepsPromise)
  }

  @Test func `people do not depend on how many there are`() async throws {
    let few = try await People.simulate(3, seed: 5) { $0.uniform() }
    let many = try await People.simulate(50, seed: 5) { $0.uniform() }
    #expect(Array(many.prefix(3)) == few)
  }
}
