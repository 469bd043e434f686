/// A value that holds for the whole file, or the column that says it row by row.
public enum FixedOrColumn<Value: Hashable & Sendable>: Hashable, Sendable {
  /// One value for every row.
  case fixed(Value)
  /// The name of the column that says the value.
  case column(String)

  var column: String? {
    guard case .column(let name) = self else { return nil }
    return name
  }

  init(
    _ place: MappingNode, value: (MappingNode) throws(InterchangeError) -> Value
  ) throws(InterchangeError) {
    guard place.isMapping else {
      self = .fixed(try value(place))
      return
    }
    try place.expectKeys(["column"])
    self = .column(try place.required("column", cure: "write {column: NAME}").text())
  }
}
