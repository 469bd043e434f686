import Foundation
import TestKit
import Testing

@testable import Server

@Suite struct SettingsTests {
  private func fault(
    options: [Setting: String] = [:], environment: [String: String] = [:], file: String = ""
  ) -> String? {
    do {
      _ = try ServerSettings(
        options: options, environment: environment, file: (path: "server.env", text: file))
      return nil
    } catch {
      return error.description
    }
  }

  @Test func `an option comes before the environment, that before the file`() throws {
    let settings = try ServerSettings(
      options: [.port: "1"], environment: ["ANAMNESIS_PORT": "2", "ANAMNESIS_HOST": "::1"],
      file: ("server.env", "# ours\nANAMNESIS_HOST=0.0.0.0\nANAMNESIS_LOG_LEVEL=\"error\"\n"))
    #expect(settings[.port] == "1")
    #expect(settings.origin(of: .port) == "--port")
    #expect(settings[.host] == "::1")
    #expect(settings.origin(of: .host) == "environment ANAMNESIS_HOST")
    #expect(settings[.logLevel] == "error")
    #expect(settings.origin(of: .logLevel) == "server.env, line 3")
    #expect(settings[.connections] == "4000")
    #expect(settings.origin(of: .connections) == "built in")
    #expect(settings[.data] == nil)
  }

  @Test func `what cannot be used is named with its place`() {
    #expect(
      fault(environment: ["ANAMNESIS_PROT": "1"])
        == "environment: there is no setting ANAMNESIS_PROT; did you mean ANAMNESIS_PORT?")
    #expect(
      fault(file: "\nPORT=1")?.hasPrefix("server.env, line 2: there is no setting PORT") == true)
    #expect(fault(file: "hello")?.hasPrefix("server.env, line 1: this is no setting") == true)
    #expect(
      fault(file: "ANAMNESIS_PORT=1\nANAMNESIS_PORT=2")
        == "server.env, line 2: ANAMNESIS_PORT is set twice; keep one")
    #expect(
      fault(options: [.port: "70000"])
        == "--port: --port is 70000; write a whole number from 0 to 65535")
    #expect(fault(options: [.tlsKey: "key.pem"])?.contains("--tls-certificate") == true)
    #expect(fault(options: [.trustedProxy: "proxy.local"])?.contains("is no address") == true)
    #expect(fault(options: [.logLevel: "debug"])?.contains("info, warning or error") == true)
    #expect(fault(environment: ["PATH": "/bin", "ANAMNESIS_TEST_X": "1"]) == nil)
  }

  @Test func `the document lists every setting as it is`() throws {
    let document = try String(
      contentsOf: SharedData.checkout.appending(path: "docs/server.md"), encoding: .utf8)
    for setting in Setting.allCases {
      let standard = setting.standard.map { "`\($0)`" } ?? "–"
      let row = "| `\(setting.flag)` | `\(setting.key)` | \(standard) | \(setting.help) |"
      #expect(document.contains(row), "\(row)")
    }
  }
}
