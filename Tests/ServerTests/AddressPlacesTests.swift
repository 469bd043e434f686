import Foundation
import Synchronization
import Testing

@testable import Server

/// How many connections one address may hold. Loopback has many addresses: 127.0.0.2 stands for
/// whoever takes all they can get, 127.0.0.3 for everybody else.
@Suite struct AddressPlacesTests {
  /// Opens connections that say nothing, from one address.
  private func hold(_ count: Int, _ port: Int, from source: String) async -> Held {
    await onThread { Held((0..<count).compactMap { _ in RawClient(port: port, from: source) }) }
  }

  /// The status of `/help` for an address; `nil` when no answer came in time.
  private func help(_ port: Int, from source: String, within seconds: Int = 20) async -> Int? {
    await onThread {
      let client = RawClient(port: port, from: source, patience: seconds)
      client?.send("GET /help HTTP/1.1\r\nHost: x\r\n\r\n")
      return client?.receiveAnswer()?.status
    }
  }

  @Test func `whoever takes all places they can get keeps nobody from help`() async throws {
    // Who says nothing may stay here for longer than help is waited for: nothing but the limit helps.
    let options: [Setting: String] = [.connections: "8", .addressConnections: "4"]
    try await TestServer.run(options, endsSlowConnections: false) { server in
      let held = await hold(40, server.port, from: "127.0.0.2")
      #expect(await help(server.port, from: "127.0.0.3") == 200)
      #expect(await help(server.port, from: "127.0.0.2") == nil)
      #expect(await server.metrics.text().contains("refused_total{reason=\"connections\"} 37"))
      held.letGo()
    }
  }

  @Test func `without the limit one address keeps everybody from help`() async throws {
    let options: [Setting: String] = [.connections: "8", .addressConnections: "0"]
    try await TestServer.run(options, endsSlowConnections: false) { server in
      let held = await hold(40, server.port, from: "127.0.0.2")
      #expect(await help(server.port, from: "127.0.0.3", within: 2) == nil)
      held.letGo()
    }
  }

  @Test func `a place that was given back is taken by the next`() async throws {
    try await TestServer.run([.addressConnections: "2"]) { server in
      for round in 0..<5 {
        let held = await hold(2, server.port, from: "127.0.0.2")
        // Later on the last answer's place may not be free yet when these two come.
        if round == 0 { #expect(await help(server.port, from: "127.0.0.2") == nil) }
        held.letGo()
        var answer: Int?
        for _ in 0..<200 where answer != 200 {
          answer = await help(server.port, from: "127.0.0.2")
          if answer != 200 { try await Task.sleep(for: .milliseconds(20)) }
        }
        #expect(answer == 200)
      }
    }
  }

  @Test func `a trusted proxy brings as many as come`() async throws {
    let options: [Setting: String] = [.addressConnections: "2", .trustedProxy: "127.0.0.2"]
    try await TestServer.run(options) { server in
      let held = await hold(20, server.port, from: "127.0.0.2")
      #expect(await help(server.port, from: "127.0.0.2") == 200)
      held.letGo()
    }
  }

  @Test func `who says nothing has to go soon, who has asked may stay`() async throws {
    try await TestServer.run { server in
      let port = server.port
      let (end, second) = await onThread { () -> (bytes: Int?, status: Int?) in
        guard let known = RawClient(port: port), let silent = RawClient(port: port) else {
          return (nil, nil)
        }
        let question = "GET /help HTTP/1.1\r\nHost: x\r\n\r\n"
        known.send(question)
        guard known.receiveAnswer() != nil else { return (nil, nil) }
        // Ends before its 20 seconds of patience do, and long before the 25 of a whole request.
        let end = silent.receive()?.count
        known.send(question)
        return (end, known.receiveAnswer()?.status)
      }
      #expect(end == 0)
      #expect(second == 200)
    }
  }
}

/// Connections that are kept open until they are let go.
private final class Held: Sendable {
  private let clients: Mutex<[RawClient]>
  init(_ clients: sending [RawClient]) { self.clients = Mutex(clients) }
  func letGo() { clients.withLock { $0 = [] } }
}
