import ArgumentParser

/// How a review is written.
enum ReportFormat: String, CaseIterable, ExpressibleByArgument {
  case text
  case json
  case html
}
