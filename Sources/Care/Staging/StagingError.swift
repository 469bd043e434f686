/// Why nothing can be staged.
public enum StagingError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The knowledge holds no methods of staging.
  case noDefinitions

  public var description: String {
    "the knowledge holds no methods of staging; add a document of kind 'stagingMethods'"
  }
}
