import Testing

@testable import Server

@Suite struct ServedAddressTests {
  private func address(_ options: [Setting: String]) throws -> ServedAddress {
    ServedAddress(try ServerSettings(options: options), port: 8443)
  }

  @Test func `an address that was named is told as it is`() throws {
    let plain = try address([:])
    #expect(plain.text == "http://127.0.0.1:8443")
    #expect(plain.advice == nil)
    #expect(try address([.host: "::1"]).text == "http://[::1]:8443")
    #expect(try address([.host: "192.168.1.20"]).advice == nil)
  }

  @Test(arguments: ["0.0.0.0", "::"])
  func `every address is told as one that opens here, with what to do elsewhere`(
    host: String
  ) throws {
    let told = try address([.host: host])
    #expect(told.text == "http://localhost:8443")
    #expect(told.advice?.contains("another machine") == true)
  }

  @Test func `a host name that was set is the address of a server for all`() throws {
    let told = try address([
      .host: "0.0.0.0", .hostName: "practice.example, other.example", .tlsCertificate: "server.pem",
      .tlsKey: "server.key",
    ])
    #expect(told.text == "https://practice.example:8443")
    #expect(told.advice == nil)
  }
}
