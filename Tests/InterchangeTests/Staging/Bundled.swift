import Knowledge

/// What ships, loaded once for all tests of staging.
enum Bundled {
  static let knowledge = Result { try Knowledge.bundled() }
}
