/// The values of one list within a column that holds those of all lists, counted from 0.
public struct ListColumn<Element: Hashable & Sendable>: RandomAccessCollection, Sendable {
  private let values: [Element]
  private let start: Int
  /// How many values the list has.
  public let count: Int

  init(_ values: [Element], _ range: Range<Int>) {
    self.values = values
    start = range.lowerBound
    count = range.count
  }

  /// The first place, always 0.
  public var startIndex: Int { 0 }
  /// The place after the last.
  public var endIndex: Int { count }

  /// The value at a place of the list.
  ///
  /// - Parameter place: its place in the list, from 0.
  public subscript(place: Int) -> Element {
    precondition(0..<count ~= place, "a place beyond the end of the list")
    return values[start + place]
  }
}

extension ListColumn: Hashable {
  /// Whether two lists have the same values.
  public static func == (left: Self, right: Self) -> Bool { left.elementsEqual(right) }

  /// Feeds the values to a hasher.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(count)
    for value in self { hasher.combine(value) }
  }
}

extension ListColumn: ExpressibleByArrayLiteral {
  /// Values of a list by themselves.
  public init(arrayLiteral elements: Element...) {
    self.init(elements, elements.indices)
  }
}
