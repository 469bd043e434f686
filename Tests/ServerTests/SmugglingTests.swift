import Foundation
import Testing

@testable import Server

/// Requests that two programs may read in two ways. Each is answered once, with a refusal, and its
/// connection ends.
@Suite struct SmugglingTests {
  static let probes: [(name: String, text: String)] = [
    (
      "length and chunks",
      "POST /api/echo HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
    ),
    (
      "two lengths",
      "POST /api/echo HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello"
    ),
    (
      "a list of lengths", "POST /api/echo HTTP/1.1\r\nHost: x\r\nContent-Length: 5, 5\r\n\r\nhello"
    ),
    ("a negative length", "POST /api/echo HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n"),
    ("a signed length", "POST /api/echo HTTP/1.1\r\nHost: x\r\nContent-Length: +5\r\n\r\nhello"),
    (
      "a length past all bounds",
      "POST /api/echo HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999999\r\n\r\n"
    ),
    ("a billion bytes", "POST /api/echo HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000000\r\n\r\n"),
    ("lines without a return", "GET /help HTTP/1.1\nHost: x\n\n"),
    (
      "a chunk that is no number",
      "POST /api/echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n0\r\n\r\n"
    ),
    (
      "a chunk past all bounds",
      "POST /api/echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\nhello\r\n0\r\n\r\n"
    ),
    (
      "another encoding",
      "POST /api/echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n"
    ),
    (
      "a disguised encoding",
      "POST /api/echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n"
    ),
    ("a space before the colon", "GET /help HTTP/1.1\r\nHost : x\r\n\r\n"),
    ("a folded line", "GET /help HTTP/1.1\r\nHost: x\r\nA: b\r\n c: d\r\n\r\n"),
    ("no host", "GET /help HTTP/1.1\r\n\r\n"),
    ("an empty host", "GET /help HTTP/1.1\r\nHost: \r\n\r\n"),
    ("two hosts", "GET /help HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n"),
    ("a host with a path", "GET /help HTTP/1.1\r\nHost: x/y\r\n\r\n"),
    ("a host with a user", "GET /help HTTP/1.1\r\nHost: a@x\r\n\r\n"),
    ("a path without a slash", "GET help HTTP/1.1\r\nHost: x\r\n\r\n"),
    ("a tunnel", "CONNECT elsewhere:443 HTTP/1.1\r\nHost: elsewhere:443\r\n\r\n"),
    ("a trace", "TRACE /help HTTP/1.1\r\nHost: x\r\n\r\n"),
    ("an unknown method", "GETT /help HTTP/1.1\r\nHost: x\r\n\r\n"),
    ("no protocol", "GET /help\r\n\r\n"),
    ("another protocol", "GET /help SPDY/3\r\nHost: x\r\n\r\n"),
    ("a header without a colon", "GET /help HTTP/1.1\r\nHost: x\r\nnonsense\r\n\r\n"),
    ("a nought in a header", "GET /help HTTP/1.1\r\nHost: x\r\nA: b\u{0}c\r\n\r\n"),
    (
      "a header too long",
      "GET /help HTTP/1.1\r\nHost: x\r\nA: \(String(repeating: "a", count: 20_000))\r\n\r\n"
    ),
    (
      "too many headers",
      "GET /help HTTP/1.1\r\nHost: x\r\n\((0..<200).map { "A\($0): b\r\n" }.joined())\r\n"
    ),
    (
      "a path too long", "GET /\(String(repeating: "a", count: 90_000)) HTTP/1.1\r\nHost: x\r\n\r\n"
    ),
    ("bytes of TLS", "\u{16}\u{3}\u{1}\u{2}\u{0}\u{1}\u{0}\u{1}"),
  ]

  @Test func `what can be read in two ways is refused, and the connection ends`() async throws {
    try await TestServer.run([.requestSeconds: "3"]) { server in
      let port = server.port
      for probe in Self.probes {
        // The second request must never be answered: it may be the body of the first.
        let text = probe.text + "GET /livez HTTP/1.1\r\nHost: x\r\n\r\n"
        let received = await onThread { () -> String? in
          let client = RawClient(port: port)
          client?.send(text)
          return client?.receiveToEnd()
        }
        let answer = try #require(received, "\(probe.name): the connection was kept")
        let statuses = answer.components(separatedBy: "HTTP/1.1 ").dropFirst().map { $0.prefix(3) }
        #expect(statuses.count <= 1, "\(probe.name): \(statuses)")
        for status in statuses {
          #expect("45".contains(status.prefix(1)), "\(probe.name): \(status)")
        }
        #expect(!answer.contains("alive"), "\(probe.name) let a second request through")
      }
      #expect(await ask(port, "GET", "/livez")?.status == 200)
    }
  }

  @Test func `the probes see a second request that is let through`() async throws {
    try await TestServer.run([.requestSeconds: "3"]) { server in
      let port = server.port
      let honest =
        "GET /help HTTP/1.1\r\nHost: x\r\n\r\nGET /livez HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
      let received = await onThread { () -> String? in
        let client = RawClient(port: port)
        client?.send(honest)
        return client?.receiveToEnd()
      }
      #expect(received?.components(separatedBy: "HTTP/1.1 200").count == 3)
      #expect(received?.contains("alive") == true)
    }
  }

  @Test func `endless chunks end at the limit`() async throws {
    try await TestServer.run { server in
      let port = server.port
      let answer = await onThread { () -> String? in
        let client = RawClient(port: port)
        client?.send("POST /api/echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n")
        let chunk = "1000\r\n\(String(repeating: "x", count: 4_096))\r\n"
        var sent = 0
        while sent < 20_000, client?.send(chunk) == true { sent += 1 }
        return sent == 20_000 ? nil : client?.receiveToEnd() ?? ""
      }
      #expect(answer != nil, "the server took 80 MB")
      #expect(await ask(port, "GET", "/livez")?.status == 200)
    }
  }

  @Test func `who sends too much at once can still read the refusal`() async throws {
    try await TestServer.run { server in
      let body = String(repeating: "x", count: 3 << 20)
      let answer = await ask(server.port, "POST", "/api/echo", body: body)
      #expect(answer?.status == 413)
      #expect(answer?["connection"] == "close")
    }
  }

  @Test func `who asks first whether to send is told to`() async throws {
    try await TestServer.run { server in
      let port = server.port
      let received = await onThread { () -> String? in
        let client = RawClient(port: port)
        client?.send(
          "POST /api/echo HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nExpect: 100-continue\r\n"
            + "Connection: close\r\n\r\n")
        let first = client?.receive().map { String(decoding: $0, as: UTF8.self) }
        guard first?.hasPrefix("HTTP/1.1 100 ") == true else { return first }
        client?.send("hello")
        return client?.receiveToEnd()
      }
      #expect(received?.hasPrefix("HTTP/1.1 200") == true)
      #expect(received?.hasSuffix("hello") == true)
    }
  }

  // RFC 9112, 3.2.2: a server has to understand it. The name in it is not looked at; Host is.
  @Test func `an address for a path is answered as its path`() async throws {
    try await TestServer.run { server in
      let port = server.port
      let status = await onThread { () -> Int? in
        let client = RawClient(port: port)
        client?.send("GET http://elsewhere/nothing HTTP/1.1\r\nHost: x\r\n\r\n")
        return client?.receiveAnswer()?.status
      }
      #expect(status == 404)
    }
  }
}
