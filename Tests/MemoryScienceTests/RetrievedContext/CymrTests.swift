import Foundation
import TestKit
import Testing

@testable import MemoryScience

/// cymr 0.14.3 (Apache-2.0) as an oracle.
@Suite("The likelihood of cymr")
struct CymrTests {
  /// Parameters by the names of cymr, with its rule of choice and its least probability of an event.
  private func model(_ values: [String: Double]) throws -> RetrievedContextModel {
    func value(_ name: String) throws -> Double { try #require(values[name], "\(name)") }
    var parameters = RetrievedContextParameters()
    parameters.encodingDrift = try value("B_enc")
    parameters.startDrift = try value("B_start")
    parameters.recallDrift = try value("B_rec")
    parameters.itemToContextRate = try value("Lfc")
    parameters.contextToItemRate = try value("Lcf")
    parameters.ownItemToContext = try value("Dfc")
    parameters.ownContextToItem = try value("Dcf")
    parameters.primacyScale = try value("P1") / value("Lcf")
    parameters.primacyDecay = try value("P2")
    parameters.choiceSensitivity = 2 / (try value("T"))
    parameters.stopScale = try value("X1")
    parameters.stopGrowth = try value("X2")
    return try RetrievedContextModel(
      choice: .exponential, parameters: parameters, leastProbability: 1e-5)
  }

  /// `tests/test_cmr.py::test_cmr`: -5.936799964636842. By person: `likelihood` of the same data.
  @Test("two lists of three words give its own test's number")
  func ownTest() throws {
    let model = try model([
      "B_enc": 0.5, "B_rec": 0.8, "B_start": 0, "Dfc": 1, "Dcf": 1, "Lfc": 1, "Lcf": 1, "P1": 0,
      "P2": 1, "T": 10, "X1": 0.05, "X2": 1,
    ])
    let study = try StudiedList(count: 3)
    let first = try RecalledList(study: study, recalls: [1, 2])
    let second = try RecalledList(study: study, recalls: [2, 0])
    let whole = try model.logLikelihood(of: [first, second])
    #expect(abs(whole - -5.936799964636842) < 1e-10)
    #expect(abs(try model.logLikelihood(of: [first]) - -2.977857) < 1e-6)
    #expect(abs(try model.logLikelihood(of: [second]) - -2.958943) < 1e-6)
    let other = try RecalledList(study: study, recalls: [1, 0])
    #expect(abs(try model.logLikelihood(of: [other, second]) - whole) > 0.001)
  }

  private struct Golden: Decodable {
    struct Person: Decodable {
      let subject: Int
      let logl: Double
      let n: Int
    }
    struct Result: Decodable {
      let param: [String: Double]
      let by_subject: [Person]
    }
    let results: [Result]
  }

  @Test(
    "four people and four sets of parameters: 1,695 events each",
    .enabled(if: SharedData.isPresent, SharedData.absence),
    .enabled(if: FreeRecallTable.isPresent, "needs the sample data of psifr: script/reference-data")
  )
  func golden() throws {
    let table = try FreeRecallTable(FreeRecallTable.sample) { $0[7] == "mixed" }
    let file = SharedData.url("memory/cymr_golden_loglik.json")
    let golden = try JSONDecoder().decode(Golden.self, from: Data(contentsOf: file))
    var events = 0
    for result in golden.results {
      let model = try model(result.param)
      for person in result.by_subject {
        let lists = try #require(table.lists[person.subject])
        #expect(lists.reduce(0) { $0 + $1.recalls.count + 1 } == person.n)
        #expect(abs(try model.logLikelihood(of: lists) - person.logl) < 1e-10)
        events += person.n
      }
    }
    #expect(events == 4 * 1695)
  }
}
