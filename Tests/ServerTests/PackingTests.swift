import Foundation
import NIOCore
import Testing

@testable import Server

@Suite struct PackingTests {
  private func unpacked(_ bytes: [UInt8]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["gzip", "-dc"]
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data(bytes))
    try input.fileHandleForWriting.close()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return String(decoding: data, as: UTF8.self)
  }

  @Test func `long texts are compressed for whoever asks`() async throws {
    try await TestServer.run(gatekeeper: EverybodyIsSignedIn()) { server in
      let port = server.port
      let packed = try #require(
        await ask(port, "GET", "/style.css", "Accept-Encoding: br, gzip;q=0.8"))
      #expect(packed["content-encoding"] == "gzip")
      #expect(packed["vary"] == "Accept-Encoding")
      #expect(packed.body.count < TestRoutes.long.utf8.count / 10)
      #expect(try unpacked(packed.body) == TestRoutes.long)
      for refusal in ["Accept-Encoding: br", "Accept-Encoding: gzip;q=0", "A: b"] {
        let plain = await ask(port, "GET", "/style.css", refusal)
        #expect(plain?["content-encoding"] == nil)
        #expect(plain?.text == TestRoutes.long)
      }
    }
  }

  @Test func `pages that may hold secrets are never compressed`() async throws {
    try await TestServer.run(gatekeeper: EverybodyIsSignedIn()) { server in
      let page = await ask(server.port, "GET", "/record", "Accept-Encoding: gzip")
      #expect(page?["content-encoding"] == nil)
      #expect(page?.text == TestRoutes.long)
      // What is short is not worth it.
      let help = await ask(server.port, "GET", "/help", "Accept-Encoding: gzip")
      #expect(help?["content-encoding"] == nil)
    }
  }
}
