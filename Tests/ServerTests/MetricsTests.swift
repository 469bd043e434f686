import Archive
import Foundation
import JSON
import Knowledge
import PatientRecord
import Testing

@testable import Accounts
@testable import Server

@Suite struct MetricsTests {
  private static let promtool = "/usr/bin/promtool"

  /// Metrics with one sample of everything.
  private func everything() -> Metrics {
    let metrics = Metrics()
    for metric in Metric.allCases {
      let labels = metric.labels.map { "a \"quoted\" \\ \($0)\n" }
      switch metric.kind {
      case .counter: metrics.count(metric, labels)
      case .histogram: metrics.observe(metric, .milliseconds(30), labels)
      case .gauge: metrics.gauge(metric) { 2 }
      }
    }
    return metrics
  }

  /// Runs promtool on a text.
  private func check(_ text: String) throws -> (status: Int32, output: String) {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).txt")
    defer { try? FileManager.default.removeItem(at: file) }
    try text.write(to: file, atomically: true, encoding: .utf8)
    let process = Process()
    process.executableURL = URL(filePath: Self.promtool)
    process.arguments = ["check", "metrics"]
    process.standardInput = try FileHandle(forReadingFrom: file)
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }

  @Test(
    .enabled(
      if: FileManager.default.isExecutableFile(atPath: promtool),
      "promtool is absent: install Debian's prometheus to check the figures with it"))
  func `Prometheus finds nothing wrong with the figures`() async throws {
    let text = await everything().text()
    let good = try check(text)
    #expect(good.status == 0, "\(good.output)")
    #expect(good.output.isEmpty, "\(good.output)")
    let broken = try check(
      text.replacing("# TYPE login_failures_total counter", with: "# TYPE login busy"))
    #expect(broken.status != 0)
  }

  @Test func `every metric has a help text and one kind`() async {
    let text = await everything().text()
    for metric in Metric.allCases {
      #expect(text.contains("# HELP \(metric.rawValue) \(metric.help)\n"))
      #expect(text.contains("# TYPE \(metric.rawValue) \(metric.kind.rawValue)\n"))
    }
  }

  @Test func `a histogram counts up to each bound`() async {
    let metrics = Metrics()
    for milliseconds in [1, 30, 30, 20_000] {
      metrics.observe(.commitTime, .milliseconds(milliseconds))
    }
    let text = await metrics.text()
    #expect(text.contains("db_commit_seconds_bucket{le=\"0.001\"} 1\n"))
    #expect(text.contains("db_commit_seconds_bucket{le=\"0.05\"} 3\n"))
    #expect(text.contains("db_commit_seconds_bucket{le=\"10.0\"} 3\n"))
    #expect(text.contains("db_commit_seconds_bucket{le=\"+Inf\"} 4\n"))
    #expect(text.contains("db_commit_seconds_count 4\n"))
  }

  @Test func `labels cannot fill the memory`() async {
    let metrics = Metrics()
    for number in 0..<5_000 { metrics.count(.refused, ["kind-\(number)"]) }
    let lines = await metrics.text().split(separator: "\n").filter { !$0.hasPrefix("#") }
    #expect(lines.count == 1_001)
    #expect(lines.contains { $0.hasSuffix("{reason=\"other\"} 4000") })
  }
}

extension MetricsTests {
  /// The value of a metric without labels.
  private func value(_ metric: Metric, in text: String) -> Double? {
    text.split(separator: "\n").first { $0.hasPrefix("\(metric.rawValue) ") }
      .flatMap { Double($0.split(separator: " ")[1]) }
  }

  @Test func `the figures of the records and the accounts follow what happens`() async throws {
    let practice = try await Practice()
    let (accounts, archive) = (practice.installation.accounts, practice.installation.archive)
    let admin = try await practice.admin()
    let clara = try await practice.clinician("clara", by: admin)
    let carl = try await practice.clinician("carl", by: admin)
    let paula = try await practice.patient("paula", by: clara)
    let patient = try #require(paula.patient)
    let metrics = Metrics()
    practice.installation.watch(metrics)
    var text = await metrics.text()
    #expect(
      value(.auditSequence, in: text).map(Int64.init) == (try await archive.latest(nil))?.sequence)
    #expect(value(.loginFailures, in: text) == 0)
    #expect(value(.backupAge, in: text) == nil, "there was no backup")
    #expect(value(.outboxPending, in: text) == 0)
    #expect(value(.riskAlertAge, in: text) == 0)

    for _ in 0..<3 {
      _ = try? await accounts.signIn(
        Credentials(email: "paula@example.org", password: "wrong", device: ""), from: "192.0.2.9")
    }
    let helper = try await accounts.session(carl.token).actor
    _ = try await accounts.breakGlass(patient, reason: "found unconscious", by: helper)
    _ = try await accounts.append(
      [try Self.alarming(patient)], by: accounts.session(paula.token).actor)
    let access = Access(actor: "x", role: "operator", purpose: "operations")
    try await archive.note(.finishBackup, by: access, detail: "made")
    practice.clock.go(seconds: 40)
    try await archive.note(.backup, by: access, detail: "begun, and never made")
    text = await metrics.text()
    #expect(value(.loginFailures, in: text) == 3)
    #expect(value(.backupAge, in: text) == 40)
    #expect(value(.outboxPending, in: text) == 1)
    #expect(value(.riskAlertAge, in: text) == 40)
    #expect(await metrics.text() == text, "what was counted is not counted again")

    let doctor = try await accounts.session(clara.token).actor
    _ = try await archive.entries(of: patient, by: doctor.access(for: "treatment"))
    text = await metrics.text()
    #expect(value(.riskAlertAge, in: text) == 0, "a clinician has opened the record")
  }

  private static func alarming(_ patient: PatientID) throws -> Entry {
    let text = """
      {"v":1,"id":"01990000-0000-7000-8000-000000000001","patient":"\(patient)",\
      "author":{"kind":"patient"},"occurred":{"day":"2026-03-29","zone":"Europe/Berlin"},\
      "fact":{"response":{"instrument":"phq9","rater":"selfReport","mode":"here","answers":{"q1":1,\
      "q2":1,"q3":1,"q4":1,"q5":1,"q6":1,"q7":1,"q8":1,"q9":3}}}}
      """
    return try RecordCodec.decode(JSONValue(parsing: Array(text.utf8)), number: 1)
  }
}
