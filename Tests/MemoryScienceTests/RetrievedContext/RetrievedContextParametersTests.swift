import MemoryScience
import Testing

@Suite("Parameters of retrieved-context models")
struct RetrievedContextParametersTests {
  @Test("every name reads and writes its own value", arguments: RetrievedContextParameter.allCases)
  func names(parameter: RetrievedContextParameter) {
    var parameters = RetrievedContextParameters()
    let others = RetrievedContextParameter.allCases.filter { $0 != parameter }
    let before = others.map { parameters[$0] }
    parameters[parameter] += 0.03125
    #expect(parameters[parameter] == RetrievedContextParameters()[parameter] + 0.03125)
    #expect(others.map { parameters[$0] } == before)
  }

  @Test(
    "the start and the search lie within the range", arguments: RetrievedContextParameter.allCases)
  func ranges(parameter: RetrievedContextParameter) {
    #expect(parameter.range.contains(RetrievedContextParameters()[parameter]))
    #expect(parameter.range.contains(parameter.searchRange.lowerBound))
    #expect(parameter.range.contains(parameter.searchRange.upperBound))
  }

  @Test("a value outside its range is refused by name", arguments: [-20, .nan, .infinity])
  func refused(value: Double) throws {
    for parameter in RetrievedContextParameter.allCases {
      var parameters = RetrievedContextParameters()
      #expect(throws: Never.self) { try parameters.validate() }
      parameters[parameter] = value
      let error = #expect(throws: MemoryScienceError.self) { try parameters.validate() }
      #expect(error?.description.hasPrefix("\(parameter.rawValue) is ") == true)
    }
  }

  @Test("weights before the experiment have a range too")
  func ownWeights() {
    var parameters = RetrievedContextParameters()
    parameters.ownItemToContext = -1
    #expect(throws: MemoryScienceError.self) { try parameters.validate() }
    parameters.ownItemToContext = 0
    #expect(throws: Never.self) { try parameters.validate() }
    parameters.ownContextToItem = .nan
    #expect(throws: MemoryScienceError.self) { try parameters.validate() }
  }
}
