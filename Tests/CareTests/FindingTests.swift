import Testing

@testable import Care

@Suite struct FindingTests {
  private struct Refusal: Error, CustomStringConvertible {
    let description = "nothing was answered"
  }

  @Test(arguments: ["a severity behind the items", "change points"])
  func `a refusal is an English sentence whatever was asked for`(_ what: String) {
    let refused = Finding<Int>(what) { throw Refusal() }
    #expect(refused.missing?.reason == "No result for \(what): nothing was answered.")
    #expect(Finding<Int>(what) { 3 }.value == 3)
  }
}
