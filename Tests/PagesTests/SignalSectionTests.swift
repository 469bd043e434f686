import Care
import Foundation
import Knowledge
import Pages
import Testing

/// Signals for the team, and the plan for the person.
struct SignalSectionTests {
  private func text(_ audience: Audience, hasPlan: Bool = false) throws -> String {
    let knowledge = try Knowledge.bundled()
    return try Fixture.text(
      [
        .signals(try SignalPartFixture.signals(knowledge, hasPlan: hasPlan)),
        .safetyPlan(SignalPartFixture.plan()),
      ], for: audience
    ).replacing("\n", with: " ").replacing(#/ +/#, with: " ")
  }

  @Test func `the team reads how many are open, since when, for whom and by when`() throws {
    let text = try text(.clinician)
    #expect(
      text.contains("4 signals are open, the most urgent first, then the oldest. 1 of them unknown")
    )
    #expect(text.contains("1 more closed, answered later, corrected or withdrawn."))
    #expect(text.contains("2 open, the latest of 4 Mar 2026, the oldest: PHQ-9 q9: 2"))
    #expect(text.contains("the responder for safety and the treating clinician: at once"))
    #expect(text.contains("by when: by your clinic's protocol"))
    #expect(text.contains("not yet second-read"))
    #expect(text.contains("An empty list does not exclude risk."))
  }

  @Test func `a missing plan is named only while it matters`() throws {
    #expect(try text(.clinician).contains("No safety plan is recorded."))
    #expect(try !text(.clinician, hasPlan: true).contains("No safety plan"))
  }

  @Test func `the person reads the own plan and nothing of the signals`() throws {
    let text = try text(.patient)
    #expect(text.contains("Your safety plan"))
    #expect(text.contains("How I notice that it gets hard: I stop sleeping; I stop eating"))
    #expect(text.contains("People I can ask for help: not filled in yet"))
    #expect(text.contains("1 of 2 parts are filled in."))
    for word in ["signal", "Screen", "band", "responder", "protocol", "risk"] {
      #expect(!text.contains(word), "\(word)")
    }
  }

  @Test func `the plan does not reach research`() throws {
    #expect(try !text(.researcher).contains("I stop sleeping"))
    #expect(try text(.researcher).contains("4 signals are open"))
  }

  @Test func `the person's own words cannot break the page`() throws {
    let page = try Fixture.html(
      [.safetyPlan(SignalPartFixture.plan(lines: ["<script>alert(1)</script>"]))], for: .patient)
    #expect(!page.contains("<script>alert") && page.contains("&lt;script&gt;"))
  }

  @Test func `the most urgent signal stands among the first sentences`() throws {
    let text = try text(.clinician)
    let glance = try #require(text.range(of: "4 open signals: A question"))
    let chapter = try #require(text.range(of: "What somebody must look at"))
    #expect(glance.lowerBound < chapter.lowerBound)
    // A screen in its highest band does not hide behind an older answer that is as urgent.
    let screen = try #require(text.range(of: "Suicide screen in its highest band"))
    #expect(screen.lowerBound < chapter.lowerBound)
  }

  @Test func `a single signal is written in lines with its day, cause, task and source`() throws {
    let signals = try SignalPartFixture.signals(try .bundled())
    let lines = Report.lines(of: try #require(signals.signals.first))
    #expect(
      lines.first
        == "2 Mar 2026  A question about self-harm was answered above its lowest answer [open]")
    #expect(lines.contains("  because of: PHQ-9 q9: 2 – More than half the days, 2 Mar 2026"))
    #expect(lines.last?.hasPrefix("  acknowledge as: ") == true)
    let last = Report.lines(of: try #require(signals.signals.last))
    #expect(last.first?.hasSuffix("[its entry was corrected]") == true)
    let unknown = signals.signals.first { $0.finding == .unknown }
    #expect(Report.lines(of: try #require(unknown)).first?.contains("UNKNOWN: ") == true)
  }
}
