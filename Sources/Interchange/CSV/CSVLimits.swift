/// How much a single row may hold, so that a broken file cannot fill the memory.
public struct CSVLimits: Hashable, Sendable {
  /// The longest field, in bytes.
  public var fieldBytes: Int
  /// The longest row, in bytes without separators and quotation marks.
  public var rowBytes: Int
  /// The largest number of columns.
  public var columns: Int

  /// Creates limits.
  ///
  /// - Parameters:
  ///   - fieldBytes: the longest field, in bytes.
  ///   - rowBytes: the longest row, in bytes.
  ///   - columns: the largest number of columns.
  public init(fieldBytes: Int = 1 << 20, rowBytes: Int = 1 << 24, columns: Int = 10_000) {
    self.fieldBytes = fieldBytes
    self.rowBytes = rowBytes
    self.columns = columns
  }
}
