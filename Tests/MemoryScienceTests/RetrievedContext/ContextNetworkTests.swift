import Statistics
import Testing

@testable import MemoryScience

/// The network beside the same equations written out with whole matrices.
@Suite("Context and its associations")
struct ContextNetworkTests {
  /// M^FC, M^CF and context as dense values, one region after the other without gaps.
  private struct Dense {
    var context: [Double]
    var back: Matrix
    var forth: Matrix
    let temporal: Range<Int>
    let source: Range<Int>

    init(items: Int, temporal: Int, source: Int) {
      context = Array(repeating: 0, count: temporal + source)
      back = Matrix(rows: temporal + source, columns: items)
      forth = Matrix(rows: items, columns: temporal + source)
      self.temporal = 0..<temporal
      self.source = temporal..<temporal + source
    }

    mutating func move(towards input: [Double], _ betas: (Double, Double)) {
      for (region, beta) in [(temporal, betas.0), (source, betas.1)] {
        let length = region.reduce(0) { $0 + input[$1] * input[$1] }.squareRoot()
        let unit = region.map { length > 0 ? input[$0] / length : 0 }
        let overlap = zip(region, unit).reduce(0) { $0 + context[$1.0] * $1.1 }
        let rho = (1 + beta * beta * (overlap * overlap - 1)).squareRoot() - beta * overlap
        for (index, value) in zip(region, unit) {
          context[index] = rho * context[index] + beta * value
        }
      }
    }
  }

  @Test("agrees with whole matrices over a list with sources, repetitions and a distractor")
  func agreesWithWholeMatrices() {
    let items = 5
    var network = ContextNetwork(itemCount: items, eventCount: 2, sourceUnitCount: 2)
    var dense = Dense(items: items, temporal: items + 2, source: 2)
    network.addOwnUnits(itemToContext: 0.4, contextToItem: 0.3)
    network.add(similarity: 0.25, of: 1, to: 3)
    for item in 0..<items {
      dense.back[item, item] += 0.4
      dense.forth[item, item] += 0.3
    }
    dense.forth[1, 3] += 0.25
    network.retrieve(unit: items)
    network.drift(temporal: 1, source: 1)
    dense.context[items] = 1
    let rates = ContextNetwork.LearningRates(
      itemToTemporal: 0.6, itemToSource: 0.5, temporalToItem: 0.7, sourceToItem: 0.2)
    for (item, unit) in [(0, 0), (1, nil), (2, 1), (0, 0), (4, 1)] as [(Int, Int?)] {
      network.retrieve(item: item, sourceUnit: unit, sourceWeight: 0.8)
      network.drift(temporal: 0.6, source: 0.4)
      network.learn(item: item, rates)
      var input = dense.back.column(item)
      if let unit { input[items + 2 + unit] += 0.8 }
      dense.move(towards: input, (0.6, 0.4))
      for index in dense.context.indices {
        let isTime = index < items + 2
        dense.back[index, item] += (isTime ? 0.6 : 0.5) * dense.context[index]
        dense.forth[item, index] += (isTime ? 0.7 : 0.2) * dense.context[index]
      }
    }
    network.retrieve(unit: items + 1)
    network.drift(temporal: 0.9, source: 0)
    var input = [Double](repeating: 0, count: items + 4)
    input[items + 1] = 1
    dense.move(towards: input, (0.9, 0))
    for (item, expected) in (dense.forth * dense.context).enumerated() {
      #expect(abs(network.support(of: item) - expected) < 1e-14)
    }
    for unit in 0..<2 {
      #expect(abs(network.sourceActivity(unit) - dense.context[items + 2 + unit]) < 1e-14)
    }
  }

  @Test("temporal context keeps length 1; source context fades without input and never passes 1")
  func lengths() {
    var network = ContextNetwork(itemCount: 6, eventCount: 1, sourceUnitCount: 2)
    network.addOwnUnits(itemToContext: 1, contextToItem: 0)
    network.retrieve(unit: 6)
    network.drift(temporal: 1, source: 0)
    for (item, unit) in [(0, 0), (1, 0), (2, 0), (3, nil), (4, nil), (5, 1)] as [(Int, Int?)] {
      let before = network.sourceActivity(0)
      network.retrieve(item: item, sourceUnit: unit)
      network.drift(temporal: 0.5, source: 0.6)
      let after = network.sourceActivity(0)
      let length = network.context.dot(network.context, over: network.temporal.vectors)
      #expect(abs(length - 1) < 1e-14)
      switch unit {
      case 0: #expect(after > before && after <= 1)
      case nil: #expect(abs(after - 0.8 * before) < 1e-14)
      default: #expect(after < before)
      }
    }
    #expect(abs(network.sourceActivity(1) - 0.6) < 0.01)
  }

  @Test("a network that was cleared is as good as new")
  func clears() {
    var network = ContextNetwork(itemCount: 3, eventCount: 1, sourceUnitCount: 1)
    network.addOwnUnits(itemToContext: 1, contextToItem: 1)
    network.retrieve(item: 1, sourceUnit: 0)
    network.drift(temporal: 0.5, source: 0.5)
    #expect(network.support(of: 1) > 0)
    #expect(network.match > 0)
    network.clear()
    #expect((0..<3).allSatisfy { network.support(of: $0) == 0 })
    #expect(network.match == 0 && network.sourceActivity(0) == 0)
  }
}
