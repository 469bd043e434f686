private import Foundation

/// Writes countries as people read them: `Germany`.
enum CountryText {
  private static let english = Locale(identifier: "en")

  /// The name of a country.
  ///
  /// - Parameter code: its ISO 3166 alpha-2 code, or `EU`.
  /// - Returns: its English name, or the code where it has none.
  static func name(_ code: String) -> String {
    english.localizedString(forRegionCode: code) ?? code
  }
}
