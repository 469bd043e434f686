import Charts
import Foundation
import HTML
import Testing

/// Writes a page of samples to the file named by `CHART_PREVIEW`, to be looked at in a browser.
@Test(.enabled(if: ProcessInfo.processInfo.environment["CHART_PREVIEW"] != nil))
func `a page of samples can be written`() throws {
  let path = try #require(ProcessInfo.processInfo.environment["CHART_PREVIEW"])
  let crowded = Samples.trajectory(id: "crowd", readings: 5000)
  var empty = Samples.trajectory(id: "none")
  (empty.readings, empty.estimates) = ([], [])
  let figures = [
    Samples.trajectory().figure, Samples.scores().figure, Samples.control().figure,
    Samples.timeline().figure, crowded.figure, empty.figure,
  ]
  let page: HTML = """
    <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Samples</title>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <style>:root { color-scheme: light dark; } body { margin: 0 auto; max-width: 60rem;
    padding: 1rem; background: Canvas; } \(HTML(raw: Figure.stylesheet))
    @media (prefers-color-scheme: dark) { body { background: #12171c; } }
    @media print { body { background: #fff; } }</style></head><body><main><h1>Samples</h1>
    \(each: figures, \.html)</main></body></html>
    """
  try page.text.write(toFile: path, atomically: true, encoding: .utf8)
}
