import Testing

@testable import Server

@Suite struct LimitTests {
  @Test func `whoever asks too often has to wait, but never for help`() async throws {
    try await TestServer.run([.requestRate: "1"], gatekeeper: EverybodyIsSignedIn()) { server in
      let port = server.port
      let token = "X-CSRF-Token: \(EverybodyIsSignedIn.token)"
      // All at once: one after another, a slow machine would let each wait its turn.
      let answers = await asks(120, port, "GET", "/style.css")
      let refused = answers.first { $0?.status == 429 } ?? nil
      #expect(refused?["retry-after"] != nil)
      #expect(answers.contains { $0?.status == 200 })
      for _ in 0..<20 {
        #expect(await ask(port, "GET", "/help")?.status == 200)
        #expect(await ask(port, "GET", "/livez")?.status == 200)
        #expect(await ask(port, "POST", "/answers", token, body: "x")?.status == 200)
      }
    }
  }

  @Test func `without a limit nobody waits`() async throws {
    try await TestServer.run([.requestRate: "0"]) { server in
      for _ in 0..<30 { #expect(await ask(server.port, "GET", "/style.css")?.status == 200) }
    }
  }

  @Test func `sign-ins are counted by neighbourhood, as the trusted proxy tells it`() async throws {
    try await TestServer.run([.trustedProxy: "127.0.0.1"]) { server in
      let answers = await asks(120, server.port, "POST", "/sign-in") { number in
        "X-Forwarded-For: 203.0.113.\(number + 1)"
      }
      let statuses = answers.map { $0?.status ?? 0 }
      #expect(statuses.count { $0 == 200 } >= 20)
      #expect(statuses.contains(429))
      #expect(Set(statuses) == [200, 429])
      let elsewhere = "X-Forwarded-For: 198.51.100.1"
      #expect(await ask(server.port, "POST", "/sign-in", elsewhere, body: "x")?.status == 200)
    }
  }

  @Test func `a bucket fills up again`() throws {
    let paces = PaceKeeper(perSecond: 1)
    let now = ContinuousClock.now
    let (a, b) = (try #require(ClientAddress("10.0.0.1")), try #require(ClientAddress("10.0.0.2")))
    for _ in 0..<4 { try paces.take(.ordinary, for: a, at: now) }
    #expect(throws: Problem.tooMany(seconds: 1)) { try paces.take(.ordinary, for: a, at: now) }
    try paces.take(.ordinary, for: b, at: now)
    let later = now.advanced(by: .seconds(1))
    try paces.take(.ordinary, for: a, at: later)
    #expect(throws: Problem.tooMany(seconds: 1)) { try paces.take(.ordinary, for: a, at: later) }
  }

  @Test func `costly work has few places and a short queue`() async throws {
    let limit = WorkLimit(places: 1, queue: 1)
    let results = await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<5 {
        group.addTask {
          do {
            try await limit.run { try await Task.sleep(for: .milliseconds(200)) }
            return true
          } catch { return false }
        }
      }
      return await group.reduce(into: [Bool]()) { $0.append($1) }
    }
    #expect(results.count { $0 } == 2)
    #expect(results.count { !$0 } == 3)
    try await limit.run {}
  }
}
