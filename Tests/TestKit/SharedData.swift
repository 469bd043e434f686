public import Foundation
public import Testing

/// The folder of reference data beside the checkout (`../shared/data`), which tests read when present.
///
/// Real data of other people stays outside the repository. A test that needs it is enabled only
/// when the folder exists and says so otherwise:
/// `@Test(.enabled(if: SharedData.isPresent, SharedData.absence))`.
public enum SharedData {
  /// The message shown when a test is skipped.
  public static let absence = Comment(
    rawValue: "needs the reference data in ../shared/data, which is absent")

  /// The root of the checkout, from this file's own place in it.
  public static let checkout = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The folder of reference data.
  public static let folder = checkout.deletingLastPathComponent().appending(path: "shared/data")

  /// Whether the reference data can be read here.
  public static let isPresent = FileManager.default.fileExists(atPath: folder.path)

  /// The place of one reference file.
  ///
  /// - Parameter path: the path below `shared/data`, such as `longitudinal/kossakowski_csd.csv`.
  /// - Returns: the file's location, which exists only where ``isPresent`` is true.
  public static func url(_ path: String) -> URL { folder.appending(path: path) }

  /// The text of one reference file.
  ///
  /// - Parameter path: the path below `shared/data`.
  /// - Returns: the file's whole text.
  /// - Throws: what reading the file throws.
  public static func text(_ path: String) throws -> String {
    try String(contentsOf: url(path), encoding: .utf8)
  }

  /// The columns of a small comma-separated reference file whose cells hold no quoted comma.
  ///
  /// - Parameter path: the path below `shared/data`.
  /// - Returns: the cells of each column by its header, quotes removed.
  /// - Throws: what reading the file throws.
  public static func columns(_ path: String) throws -> [String: [String]] {
    let lines = try text(path).split(whereSeparator: \.isNewline)
    let rows = lines.map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
        .map { $0.trimmingCharacters(in: CharacterSet(charactersIn: "\" ")) }
    }
    guard let header = rows.first else { return [:] }
    var columns: [String: [String]] = [:]
    for (index, name) in header.enumerated() {
      columns[name] = rows.dropFirst().map { index < $0.count ? $0[index] : "" }
    }
    return columns
  }
}
