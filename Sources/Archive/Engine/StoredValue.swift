/// A value of a column.
public enum StoredValue: Hashable, Sendable {
  /// No value.
  case null
  /// A 64-bit integer.
  case integer(Int64)
  /// A text, ordered by its bytes.
  case text(String)
  /// Bytes.
  case bytes([UInt8])
}

/// The values of one row in the order of the statement's columns.
public struct StoredRow: Sendable {
  /// The values.
  public let values: [StoredValue]

  /// Creates a row.
  ///
  /// - Parameter values: the values.
  public init(_ values: [StoredValue]) { self.values = values }

  /// An integer column.
  ///
  /// - Parameter index: the column, counted from 0.
  /// - Returns: its value.
  /// - Throws: ``ArchiveError/damaged(_:)`` when the column holds something else.
  public func integer(_ index: Int) throws -> Int64 {
    guard values.indices.contains(index), case .integer(let value) = values[index] else {
      throw ArchiveError.damaged("column \(index + 1) of a row is no integer")
    }
    return value
  }

  /// A text column.
  ///
  /// - Parameter index: the column, counted from 0.
  /// - Returns: its value.
  /// - Throws: ``ArchiveError/damaged(_:)`` when the column holds something else.
  public func text(_ index: Int) throws -> String {
    guard values.indices.contains(index), case .text(let value) = values[index] else {
      throw ArchiveError.damaged("column \(index + 1) of a row is no text")
    }
    return value
  }

  /// A column of bytes.
  ///
  /// - Parameter index: the column, counted from 0.
  /// - Returns: its value.
  /// - Throws: ``ArchiveError/damaged(_:)`` when the column holds something else.
  public func bytes(_ index: Int) throws -> [UInt8] {
    guard values.indices.contains(index), case .bytes(let value) = values[index] else {
      throw ArchiveError.damaged("column \(index + 1) of a row holds no bytes")
    }
    return value
  }

  /// Whether a column has no value.
  ///
  /// - Parameter index: the column, counted from 0.
  /// - Returns: whether it is null or missing.
  public func isNull(_ index: Int) -> Bool {
    !values.indices.contains(index) || values[index] == .null
  }
}
