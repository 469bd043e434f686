import ArgumentParser

/// How a review is written.
enum ReportFormat: String, CaseIterable, ExpressibleByArgument {
  case text
  case json
  case html

  /// What the names of files in the format end in.
  var ending: String { self == .text ? ".txt" : ".\(rawValue)" }
}
