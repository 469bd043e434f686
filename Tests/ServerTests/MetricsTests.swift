import Foundation
import Testing

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
    let broken = try check(text.replacing("# TYPE db_busy_total counter", with: "# TYPE db busy"))
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
