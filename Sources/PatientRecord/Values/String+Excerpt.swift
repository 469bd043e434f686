extension String {
  /// The beginning of a text, short enough for a message.
  var excerpt: String {
    let limit = 40
    return unicodeScalars.count <= limit
      ? self : String(String.UnicodeScalarView(unicodeScalars.prefix(limit))) + "…"
  }
}
