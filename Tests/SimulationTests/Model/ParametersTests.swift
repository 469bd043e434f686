import Foundation
import TestKit
import Testing

@testable import Simulation

@Suite struct ParametersTests {
  @Test func `every number has one term`() {
    let fields = Mirror(reflecting: Parameters()).children.count
    #expect(Parameters.terms.count == fields)
    #expect(Set(Parameters.terms.map(\.symbol)).count == fields)
    for term in Parameters.terms {
      #expect(!term.name.isEmpty && !term.unit.isEmpty && !term.source.isEmpty)
      var changed = Parameters()
      changed[keyPath: term.keyPath] += 1
      #expect(changed != Parameters(), "\(term.symbol)")
    }
  }

  @Test func `a term is found by its symbol`() throws {
    #expect(try Parameters().value(of: "rho") == Parameters().moodInertia)
    #expect(throws: SimulationError.unknownParameter(symbol: "x")) { try Parameters.term("x") }
  }

  @Test func `the peers in Python use the same numbers`() throws {
    let file = SharedData.checkout.appending(path: "Benchmarks/simulation/parameters.json")
    let object = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
    let numbers = try #require(object as? [String: Double])
    #expect(numbers.count > 60)
    for term in Parameters.terms {
      // The Python has no name for the two times that are whole there.
      guard !["tau_occ", "tau_th"].contains(term.symbol) else { continue }
      let theirs = try #require(numbers[term.symbol])
      let ours = try Parameters().value(of: term.symbol)
      // The system's reader of JSON is a last digit off now and then.
      #expect(abs(theirs - ours) <= 1e-15 * abs(ours), "\(term.symbol)")
    }
  }
}
