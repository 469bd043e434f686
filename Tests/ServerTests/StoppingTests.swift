import Foundation
import Testing

@testable import Server

@Suite struct StoppingTests {
  @Test func `requests in progress are answered and new ones refused`() async throws {
    try await TestServer.run { server in
      let port = server.port
      let answers = await withTaskGroup(of: Int?.self) { group in
        for _ in 0..<20 {
          group.addTask { await ask(port, "GET", "/slow")?.status }
        }
        try? await Task.sleep(for: .milliseconds(500))
        let begin = ContinuousClock.now
        await server.stop()
        while await ask(port, "GET", "/livez") != nil, begin.duration(to: .now) < .seconds(1) {
          try? await Task.sleep(for: .milliseconds(20))
        }
        // The doors are closed while the requests are still in progress.
        #expect(begin.duration(to: .now) < .seconds(1))
        let statuses = await group.reduce(into: [Int?]()) { $0.append($1) }
        #expect(begin.duration(to: .now) < .seconds(5))
        return statuses
      }
      #expect(answers.count == 20)
      #expect(answers.allSatisfy { $0 == 200 })
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
