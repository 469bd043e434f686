extension RuleBook {
  /// The word for rules that hold everywhere: the place of a site whose country is not known.
  public static let everywhere = "world"

  /// The members of the larger areas that rules name: the 27 of the European Union since 2020.
  private static let areas: [String: Set<String>] = [
    "EU": [
      "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE",
      "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
    ]
  ]

  /// A place and the larger areas that it belongs to.
  ///
  /// - Parameter place: an ISO 3166 code, `EU` or ``everywhere``.
  /// - Returns: the codes, the place itself among them.
  public static func places(around place: String) -> Set<String> {
    let code = place.uppercased()
    return Set(areas.filter { $0.value.contains(code) }.keys).union([code])
  }
}
