/// What a simulated person studies: lists of items, each with a recall period after it.
public struct MultiListStudy: Hashable, Sendable {
  /// How each item of each list is felt.
  public let lists: [[Valence]]
  /// How many items there are in all.
  public let itemCount: Int

  /// The most items of a session, so that its associations fit into memory.
  public static let mostItems = 4000

  /// Creates a session.
  ///
  /// - Parameter lists: the valence of each item, list by list, in the order of study.
  /// - Throws: ``MemoryScienceError`` when there is no list, a list is empty, or there are more than
  ///   ``mostItems`` items.
  public init(lists: [[Valence]]) throws(MemoryScienceError) {
    guard !lists.isEmpty else {
      throw .tooFew(observed: 0, needed: 1, what: "lists to study")
    }
    if let index = lists.firstIndex(where: \.isEmpty) {
      throw .unusable("list \(index + 1) is empty; leave it out or give it items")
    }
    // No sum can overflow: each count belongs to an array in memory.
    let count = lists.reduce(0) { $0 + $1.count }
    guard count <= Self.mostItems else {
      throw .option(
        "\(count) items in one session; at most \(Self.mostItems) are supported, split the session")
    }
    self.lists = lists
    itemCount = count
  }
}
