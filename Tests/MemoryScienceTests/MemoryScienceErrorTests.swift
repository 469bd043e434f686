import MemoryScience
import Testing

@Suite("Errors of memory analyses")
struct MemoryScienceErrorTests {
  @Test("too little data says how much there is and how much is needed")
  func tooFew() {
    let error = MemoryScienceError.tooFew(observed: 2, needed: 5, what: "a recall curve")
    #expect(
      "\(error)" == "not enough data yet for a recall curve: 2 observed, 5 needed")
  }
}
