import HTTPTypes
import Testing

@testable import Server

@Suite struct ClientAddressTests {
  private func client(_ peer: String, _ forwarded: String..., trusting: [String]) -> ClientAddress?
  {
    var headers = HTTPFields()
    if let name = HTTPField.Name("X-Forwarded-For") {
      for value in forwarded { headers.append(HTTPField(name: name, value: value)) }
    }
    let proxies = TrustedProxies(trusting.compactMap { ClientAddress($0) })
    return ClientAddress(peer).map { proxies.client(behind: $0, headers) }
  }

  @Test func `only a trusted proxy is believed`() {
    #expect(client("192.0.2.1", "198.51.100.7", trusting: []) == ClientAddress("192.0.2.1"))
    #expect(
      client("192.0.2.1", "198.51.100.7", trusting: ["192.0.2.1"]) == ClientAddress("198.51.100.7"))
    // What the client wrote in front is not believed.
    #expect(
      client("192.0.2.1", "127.0.0.1, 198.51.100.7", trusting: ["192.0.2.1"])
        == ClientAddress("198.51.100.7"))
    #expect(
      client("192.0.2.1", "198.51.100.7", "192.0.2.2", trusting: ["192.0.2.1", "192.0.2.2"])
        == ClientAddress("198.51.100.7"))
    #expect(client("192.0.2.1", "rubbish", trusting: ["192.0.2.1"]) == ClientAddress("192.0.2.1"))
  }

  @Test func `neighbours share an address where one person may have many`() throws {
    let six = try #require(ClientAddress("2001:db8:1:2::3"))
    #expect(six.line == ClientAddress("2001:db8:1:2:ffff::9")?.line)
    #expect(six.line != ClientAddress("2001:db8:2::3")?.line)
    let four = try #require(ClientAddress("203.0.113.5"))
    #expect(four.line != ClientAddress("203.0.113.6")?.line)
    #expect(four.neighbourhood == ClientAddress("203.0.113.6")?.neighbourhood)
    #expect(ClientAddress("::ffff:203.0.113.5") == four)
    #expect(ClientAddress("1.2.3") == nil)
    #expect(ClientAddress("") == nil)
  }
}
