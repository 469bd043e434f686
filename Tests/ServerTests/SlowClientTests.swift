import Foundation
import Testing

@testable import Server

/// Connections that keep the server waiting. The full campaign, with thousands of them, is run by hand.
@Suite struct SlowClientTests {
  /// How long a connection lasts that sends a byte now and then, in seconds; `nil` for too long.
  private func life(
    _ port: Int, start: String, drip: String, patience: Double
  ) async -> Double? {
    await onThread {
      guard let client = RawClient(port: port) else { return nil }
      let begin = ContinuousClock.now
      client.send(start)
      while begin.duration(to: .now) / .seconds(1) < patience {
        usleep(100_000)
        if !client.send(drip) { return begin.duration(to: .now) / .seconds(1) }
      }
      return nil
    }
  }

  private static let slowBody =
    "POST /api/echo HTTP/1.1\r\nHost: x\r\nContent-Length: 60000\r\n\r\n"

  @Test func `a request that comes byte by byte ends in time`() async throws {
    try await TestServer.run([.requestSeconds: "1"]) { server in
      async let head = life(server.port, start: "GET /help HTTP/1.1\r\nA: ", drip: "a", patience: 5)
      async let body = life(server.port, start: Self.slowBody, drip: "x", patience: 5)
      async let silent = life(server.port, start: "", drip: "", patience: 0.1)
      _ = await silent
      let lives = try (#require(await head), #require(await body))
      #expect(lives.0 < 3)
      #expect(lives.1 < 3)
    }
  }

  @Test func `without the guard a slow body stays`() async throws {
    // Longer than a busy machine may keep the sender from sending: a pause of so long ends it.
    try await TestServer.run([.requestSeconds: "4"], endsSlowConnections: false) { server in
      #expect(await life(server.port, start: Self.slowBody, drip: "x", patience: 7) == nil)
    }
  }

  /// How long a connection lasts whose answer is not read, in seconds; `nil` for too long.
  private func unread(_ port: Int, patience: Double) async -> Bool {
    await onThread {
      guard let client = RawClient(port: port, receiveBuffer: 4_096) else { return false }
      client.send("GET /huge HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
      usleep(useconds_t(patience * 1e6))
      var count = 0
      while let bytes = client.receive(1 << 20), !bytes.isEmpty { count += bytes.count }
      return count < 32 << 20
    }
  }

  @Test func `an answer that is not taken is given up`() async throws {
    try await TestServer.run([.requestSeconds: "1"]) { server in
      // A busy machine is late in giving up.
      #expect(await unread(server.port, patience: 8))
      #expect(await ask(server.port, "GET", "/livez")?.status == 200)
    }
  }

  @Test func `without the guard an answer waits for ever`() async throws {
    try await TestServer.run([.requestSeconds: "1"], endsSlowConnections: false) { server in
      #expect(await !unread(server.port, patience: 3))
    }
  }

  @Test func `good clients are served beside many slow ones`() async throws {
    try await TestServer.run([.requestSeconds: "2"]) { server in
      let port = server.port
      let slow = await onThread {
        let clients = (0..<200).compactMap { _ in RawClient(port: port) }
        for client in clients { client.send(Self.slowBody) }
        return SlowClients(clients)
      }
      #expect(slow.clients.count == 200)
      var times: [Duration] = []
      for _ in 0..<50 {
        let begin = ContinuousClock.now
        #expect(await ask(port, "GET", "/livez")?.status == 200)
        times.append(begin.duration(to: .now))
      }
      // The median: other tests run beside this one.
      #expect(times.sorted()[25] < .milliseconds(500))
      let kept = await onThread {
        slow.clients.count { $0.receiveToEnd() == nil }
      }
      #expect(kept == 0)
    }
  }

  @Test func `more connections than allowed wait for a place`() async throws {
    try await TestServer.run([.connections: "3"]) { server in
      let port = server.port
      let (early, late) = await onThread { () -> (Bool, Bool) in
        let question = "GET /livez HTTP/1.1\r\nHost: x\r\n\r\n"
        // Who got an answer has a place; several who come at once may be let in together.
        var idle = (0..<3).compactMap { _ in RawClient(port: port) }
        for client in idle {
          client.send(question)
          _ = client.receiveAnswer()
        }
        let fourth = RawClient(port: port, patience: 1)
        fourth?.send(question)
        let early = idle.count < 3 || fourth?.receive() != nil
        idle.removeLast()
        // The answer may take its time on a busy machine.
        var answer: [UInt8]?
        for _ in 0..<20 where answer == nil { answer = fourth?.receive() }
        return (early, answer?.starts(with: Array("HTTP/1.1 200".utf8)) == true)
      }
      #expect(!early)
      #expect(late)
    }
  }
}

/// Connections that are handed from thread to thread, one at a time.
private struct SlowClients: @unchecked Sendable {
  let clients: [RawClient]
  init(_ clients: [RawClient]) { self.clients = clients }
}
