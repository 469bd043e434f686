/// One list as a person, real or simulated, studied and recalled it.
public struct ValencedRecall: Hashable, Sendable {
  /// How each item of the list is felt, in the order of study.
  public let valences: [Valence]
  /// The places of the items recalled from this list, from 0 on, each once, in the order of recall.
  public let places: [Int]
  /// How many items of earlier lists were recalled.
  public let intrusionCount: Int

  /// Creates a list.
  ///
  /// - Parameters:
  ///   - valences: how each item is felt, in the order of study.
  ///   - places: what was recalled of it; repeats and places that the list does not have are left
  ///     out.
  ///   - intrusionCount: how many items of earlier lists were recalled.
  public init(valences: [Valence], places: [Int], intrusionCount: Int) {
    self.valences = valences
    var seen: Set<Int> = []
    self.places = places.filter { valences.indices.contains($0) && seen.insert($0).inserted }
    self.intrusionCount = max(intrusionCount, 0)
  }

  /// The lists of a simulated session.
  ///
  /// - Parameters:
  ///   - study: what was studied.
  ///   - recalls: what came to mind after each list; what was held back is left out.
  /// - Returns: one for each list.
  public static func lists(
    _ study: MultiListStudy, _ recalls: [[SimulatedRecall]]
  ) -> [ValencedRecall] {
    zip(study.lists, recalls).enumerated().map { index, pair in
      let reported = pair.1.filter(\.isReported)
      let other = Set(reported.filter { $0.list != index }.map { [$0.list, $0.place] })
      return ValencedRecall(
        valences: pair.0, places: reported.filter { $0.list == index }.map(\.place),
        intrusionCount: other.count)
    }
  }
}
