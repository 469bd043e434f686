import Foundation
import Testing

@testable import Server

/// HTTPS by a certificate that openssl makes, asked by curl.
@Suite struct CertificateTests {
  private static let tools = ["/usr/bin/openssl", "/usr/bin/curl"]

  private func run(_ program: String, _ arguments: [String]) async throws -> (Int32, String) {
    try await onThread {
      Result {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: data, as: UTF8.self))
      }
    }.get()
  }

  @Test(
    .enabled(
      if: tools.allSatisfy { FileManager.default.isExecutableFile(atPath: $0) },
      "openssl or curl is absent"))
  func `the server speaks HTTPS, TLS 1.2 at least`() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "tls-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (pem, key) = (folder.appending(path: "a.pem").path, folder.appending(path: "a.key").path)
    let (made, _) = try await run(
      Self.tools[0],
      [
        "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
        "-days", "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost",
        "-keyout", key, "-out", pem,
      ])
    try #require(made == 0)
    try await TestServer.run([.tlsCertificate: pem, .tlsKey: key]) { server in
      let address = "https://localhost:\(server.port)/help"
      let common = ["-s", "-i", "--cacert", pem, "--resolve", "localhost:\(server.port):127.0.0.1"]
      let (status, text) = try await run(Self.tools[1], common + [address])
      #expect(status == 0)
      #expect(text.contains("200 OK"))
      #expect(text.contains("Strict-Transport-Security: max-age=31536000"))
      let (old, _) = try await run(Self.tools[1], common + ["--tls-max", "1.1", address])
      #expect(old != 0)
      let (stranger, _) = try await run(Self.tools[1], ["-s", address])
      #expect(stranger != 0, "curl trusts a certificate that nobody vouched for")
    }
  }

  @Test func `a certificate that cannot be used is named`() {
    #expect(
      throws: ServerError.certificate(
        path: "/nowhere.pem", reason: "no certificate can be read; name a PEM file")
    ) {
      _ = try Certificate.configuration(at: "/nowhere.pem", key: "/nowhere.key")
    }
  }
}
