import Foundation
import Testing

@testable import Server

@Suite struct StoppingTests {
  @Test(.timeLimit(.minutes(5)))
  func `requests in progress are answered and new ones refused`() async throws {
    // Nothing here depends on how fast the machine is: who waits is let go when the doors are closed.
    try await TestServer.run([.stopSeconds: "300"]) { server in
      let port = server.port
      let statuses = await withTaskGroup(of: Int?.self) { group in
        for _ in 0..<20 {
          group.addTask { await ask(port, "GET", "/slow")?.status }
        }
        while await TestRoutes.gate.waiting < 20 { try? await Task.sleep(for: .milliseconds(20)) }
        await server.stop()
        while await ask(port, "GET", "/livez") != nil {
          try? await Task.sleep(for: .milliseconds(20))
        }
        await TestRoutes.gate.open()
        return await group.reduce(into: [Int?]()) { $0.append($1) }
      }
      #expect(statuses.count == 20)
      #expect(statuses.allSatisfy { $0 == 200 })
    }
  }

  @Test func `idle connections do not hold the server up`() async throws {
    var begin = ContinuousClock.now
    // By themselves they would last ten minutes.
    try await TestServer.run([.requestSeconds: "600"]) { server in
      let port = server.port
      // The connection is held open past the end of the test.
      Thread.detachNewThread {
        let client = RawClient(port: port)
        client?.send("GET /livez HTTP/1.1\r\nHost: x\r\n\r\n")
        sleep(120)
        withExtendedLifetime(client) {}
      }
      try await Task.sleep(for: .milliseconds(500))
      begin = .now
    }
    #expect(begin.duration(to: .now) < .seconds(60))
  }
}
