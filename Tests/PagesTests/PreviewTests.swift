import Care
import Foundation
import HTML
import JSON
import Knowledge
import Pages
import PatientRecord
import Testing
import Time

/// Writes reports of the record named by `REPORT_RECORD` into the folder named by `REPORT_PREVIEW`,
/// to be looked at in a browser and read aloud.
@Test(.enabled(if: ProcessInfo.processInfo.environment["REPORT_PREVIEW"] != nil))
func `reports of a record can be written`() throws {
  let environment = ProcessInfo.processInfo.environment
  let folder = URL(filePath: try #require(environment["REPORT_PREVIEW"]))
  let record = URL(filePath: try #require(environment["REPORT_RECORD"]))
  let lines = RecordReader.lines(of: Array(try Data(contentsOf: record)))
  let entries = lines.compactMap { try? $0.get() }
  let patient = try #require(entries.first?.patient)
  let knowledge = try Knowledge.bundled()
  let moment = try #require(entries.map(\.occurred.start).max())
  let review = Review(entries: entries, patient: patient, at: moment, using: knowledge)
  for audience in Audience.allCases {
    let forms = [
      "html": Report.html(review, for: audience, knowledge: knowledge).text,
      "txt": Report.text(review, for: audience, knowledge: knowledge),
      "json": Report.json(review, for: audience).text(.pretty),
    ]
    for (name, text) in forms {
      let file = folder.appending(path: "\(audience.rawValue).\(name)")
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
  }
}

/// Writes a page with every part there is, made by hand, into the folder named by `REPORT_PREVIEW`.
@Test(.enabled(if: ProcessInfo.processInfo.environment["REPORT_PREVIEW"] != nil))
func `pages with every part can be written`() throws {
  let environment = ProcessInfo.processInfo.environment
  let folder = URL(filePath: try #require(environment["REPORT_PREVIEW"]))
  let parts = try Fixture.everything(try .bundled())
  for audience in Audience.allCases {
    let file = folder.appending(path: "everything-\(audience.rawValue).html")
    try Fixture.html(parts, for: audience).write(to: file, atomically: true, encoding: .utf8)
  }
}
