import ArgumentParser

/// How the result of an analysis is written.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
  case text
  case json
}
