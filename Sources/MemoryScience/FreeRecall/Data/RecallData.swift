/// Scored free recall of one or more people: the start of all recall analyses.
///
/// A recalled word counts once, where it comes first; later ones are repeats. A word that was not
/// in the list is an intrusion: from a prior list of the same person, with the most recent list
/// that held it, or from outside.
///
/// ```swift
/// let data = try RecallData([
///   StudyList(
///     subject: "1", number: 1, items: ["absence", "hollow", "pupil"],
///     recalls: ["pupil", "absence"])
/// ])
/// let curve = try data.serialPositionCurve()
/// ```
public struct RecallData: Hashable, Sendable {
  /// A column of the studied words.
  public struct Attribute: Hashable, Sendable {
    /// The name of the column.
    public let name: String
    /// Its values, in the order of their first use, without the empty text.
    public let values: [String]
  }

  /// The lists, person by person in the order of first mention, by number within a person.
  public let lists: [ScoredList]
  /// The people in the order of first mention.
  public let subjects: [String]
  /// The columns of the studied words, by name.
  public let attributes: [Attribute]
  /// The studied words, each once.
  public let items: [String]
  /// The lists of each person.
  let ranges: [Range<Int>]

  /// The serial positions of the correct recalls of all lists, one list after the other.
  let positions: [Int]
  /// Where the positions of each list end.
  let ends: [Int]
  /// How many words each list has.
  let lengths: [Int]

  /// The greatest number of words in a list.
  public let longestList: Int

  /// The most words that a study list may have.
  public static let longestPermitted = 10_000

  init(lists: [ScoredList], attributes: [Attribute], items: [String]) {
    self.lists = lists
    self.attributes = attributes
    self.items = items
    var (subjects, ranges): ([String], [Range<Int>]) = ([], [])
    var (ends, lengths): ([Int], [Int]) = ([], [])
    ends.reserveCapacity(lists.count)
    lengths.reserveCapacity(lists.count)
    var (first, end, longest) = (0, 0, 0)
    for index in lists.indices {
      if lists[index].person != lists[first].person {
        ranges.append(first..<index)
        first = index
      }
      if first == index { subjects.append(lists[index].subject) }
      end += lists[index].positions.count
      ends.append(end)
      lengths.append(lists[index].length)
      longest = max(longest, lists[index].length)
    }
    if !lists.isEmpty { ranges.append(first..<lists.count) }
    self.subjects = subjects
    self.ranges = ranges
    positions = Self.positions(of: lists, count: end)
    self.ends = ends
    self.lengths = lengths
    longestList = longest
  }

  /// The serial positions of the correct recalls of lists that were scored together.
  private static func positions(of lists: [ScoredList], count: Int) -> [Int] {
    guard let all = lists.first?.columns.positions else { return [] }
    return all.count == count ? all : lists.flatMap { all[$0.positions] }
  }

  /// The lists of one person.
  ///
  /// - Parameter subject: the person.
  /// - Returns: the lists by number; none for somebody who is not in the data.
  public func lists(of subject: String) -> ArraySlice<ScoredList> {
    guard let person = subjects.firstIndex(of: subject) else { return [] }
    return lists[ranges[person]]
  }

  /// Some of the lists. What was a prior-list intrusion stays one.
  ///
  /// - Parameter isIncluded: which lists to keep.
  /// - Returns: the data of those lists.
  /// - Throws: ``MemoryScienceError`` when no list is left.
  public func filtered(
    _ isIncluded: (ScoredList) -> Bool
  ) throws(MemoryScienceError) -> RecallData {
    let kept = lists.filter(isIncluded)
    guard !kept.isEmpty else {
      throw .tooFew(observed: 0, needed: 1, what: "an analysis of the lists that pass the filter")
    }
    return RecallData(lists: kept, attributes: attributes, items: items)
  }

  /// The lists whose words all have one value of an attribute, such as a condition of the list.
  ///
  /// - Parameters:
  ///   - attribute: the name of the column.
  ///   - value: the value wanted.
  /// - Returns: the data of those lists.
  /// - Throws: ``MemoryScienceError`` when there is no such attribute or no such list.
  public func filtered(
    where attribute: String, is value: String
  ) throws(MemoryScienceError) -> RecallData {
    let column = try index(of: attribute)
    let wanted = attributes[column].values.firstIndex(of: value)
    return try filtered { list in
      wanted != nil && list.labels(column).allSatisfy { $0 == wanted }
    }
  }

  /// The value of an attribute for a word of a list.
  ///
  /// - Parameters:
  ///   - attribute: the name of the column.
  ///   - list: a list of these data.
  ///   - position: the serial position, from 1.
  /// - Returns: the value, `nil` where it is not known or there is no such word or column.
  public func value(of attribute: String, in list: ScoredList, at position: Int) -> String? {
    guard let column = attributes.firstIndex(where: { $0.name == attribute }),
      1...list.length ~= position, column < list.attributeCount,
      list.labels(column)[position - 1] >= 0
    else { return nil }
    return attributes[column].values[list.labels(column)[position - 1]]
  }

  /// The place of an attribute.
  func index(of attribute: String) throws(MemoryScienceError) -> Int {
    guard let index = attributes.firstIndex(where: { $0.name == attribute }) else {
      let names = attributes.map(\.name).joined(separator: ", ")
      throw .option(
        "the words have no attribute \(attribute); "
          + (names.isEmpty ? "none was given" : "there are \(names)"))
    }
    return index
  }
}
