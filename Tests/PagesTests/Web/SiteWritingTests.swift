import Care
import Foundation
import Knowledge
import Pages
import Testing

@testable import Charts

/// Writes every page of the site and its style sheet into the folder named by `WEB_PAGES`, where
/// `script/pages` looks at them in a browser.
@Test(.enabled(if: ProcessInfo.processInfo.environment["WEB_PAGES"] != nil))
func `the pages of the site can be written`() throws {
  let folder = URL(
    filePath: try #require(ProcessInfo.processInfo.environment["WEB_PAGES"]))
  let assets = folder.appending(path: "assets")
  try FileManager.default.createDirectory(at: assets, withIntermediateDirectories: true)
  var files = try SitePages.all().mapValues { Data($0.utf8) }
  let parts = try Fixture.everything(try .bundled())
  files["report"] = Data(try Fixture.site(parts, for: .patient).utf8)
  files["report-clinician"] = Data(try Fixture.site(parts, for: .clinician).utf8)
  for (name, page) in files {
    try page.write(to: folder.appending(path: "\(name).html"))
  }
  for asset in Asset.all {
    try Data(asset.content.utf8).write(to: assets.appending(path: asset.name))
  }
  try writeCodes(to: folder)
}

/// Codes of every size with what they say, for a decoder that is not ours.
private func writeCodes(to folder: URL) throws {
  let texts = [1, 14, 26, 42, 62, 84, 106, 122, 152, 180, 213].map { length in
    String((0..<length).map { Character(UnicodeScalar(33 + UInt8(($0 * 7 + length) % 94))) })
  }
  var lines: [String] = []
  for text in texts + [SitePages.link, "Grüße, 心"] {
    let code = try QRCode(text)
    let rows = (0..<code.size).map { row in
      String((0..<code.size).map { code.isDark(row: row, column: $0) ? "1" : "0" })
    }
    lines.append("\(Data(text.utf8).base64EncodedString()) \(rows.joined(separator: "/"))")
  }
  try Data(lines.joined(separator: "\n").utf8).write(to: folder.appending(path: "codes.txt"))
}
