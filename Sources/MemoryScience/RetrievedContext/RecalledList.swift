/// A studied list with what was recalled of it.
public struct RecalledList: Hashable, Sendable {
  /// The list as it was studied.
  public let study: StudiedList
  /// The recalled items by their place in the list, from 0, in the order of recall.
  public let recalls: [Int]

  /// Creates a list with its recalls.
  ///
  /// The models of this module say nothing of intrusions and repetitions: leave them out.
  ///
  /// - Parameters:
  ///   - study: the list as it was studied.
  ///   - recalls: the place of each recalled item in the list, from 0, each once.
  /// - Throws: ``MemoryScienceError/unusable(_:)`` for a place outside the list or one that comes twice.
  public init(study: StudiedList, recalls: [Int]) throws(MemoryScienceError) {
    var isRecalled = [Bool](repeating: false, count: study.count)
    for (output, place) in recalls.enumerated() {
      guard isRecalled.indices.contains(place) else {
        throw .unusable(
          "recall \(output + 1) is place \(place) of a list with places 0 to \(study.count - 1); "
            + "leave intrusions out")
      }
      guard !isRecalled[place] else {
        throw .unusable("place \(place) is recalled twice; leave repetitions out")
      }
      isRecalled[place] = true
    }
    self.study = study
    self.recalls = recalls
  }
}
