import Knowledge

extension Knowledge {
  /// The knowledge that ships with the program.
  ///
  /// - Returns: the knowledge; ``SiteOption`` gives it as a site has set it.
  static func shipped() throws -> Knowledge { try Knowledge.bundled() }
}
