extension DocumentTree {
  /// The way from the whole document to a value, such as `wording.items[1].text`.
  ///
  /// It is asked for only when something is wrong.
  ///
  /// - Parameter index: the value, or a key.
  /// - Returns: keys and positions; empty for the whole document.
  func path(to index: Int) -> String {
    var path = ""
    var place = 0
    while place != index {
      let elements = elements(place)
      guard let position = elements.lastIndex(where: { $0 <= index }) else { return path }
      if values[place].kind == .list {
        path += "[\(position)]"
        place = elements[position]
      } else {
        let key = elements[position - position % 2]
        path += (path.isEmpty ? "" : ".") + (text(key) ?? "(not a word)")
        place = position.isMultiple(of: 2) ? index : elements[position]
      }
    }
    return path
  }
}
