/// Fixes the parameters of a single question, such as one of a diary, from a sample of people.
public enum OrdinalCalibration {
  /// The fewest people from whom thresholds are taken.
  public static let fewestPeople = 30

  /// Estimates an item whose severity has mean 0 and standard deviation 1 between the sample's
  /// people; what moves within a person from answer to answer counts as noise.
  ///
  /// - Parameters:
  ///   - name: the item's name.
  ///   - highest: the highest answer.
  ///   - people: the answers of each person, several from most.
  /// - Returns: the item.
  /// - Throws: ``InferenceError/tooFew(observed:needed:what:)`` for fewer than ``fewestPeople``
  ///   people: one person's answers cannot tell where the thresholds lie from where the person
  ///   lies. Other ``InferenceError`` when an answer was never given or people do not differ.
  public static func item(
    name: String, highest: Int, people: [[Int]]
  ) throws(InferenceError) -> OrdinalItem {
    let answering = people.filter { !$0.isEmpty }
    guard answering.count >= fewestPeople else {
      throw .tooFew(
        observed: answering.count, needed: fewestPeople,
        what: "the thresholds of \"\(name)\", which take a sample of people")
    }
    let fit = try CumulativeProbit.maximumLikelihood(
      of: answering.map { $0.map { CumulativeProbit.Answer($0) } }, highest: highest)
    guard fit.isConverged, fit.interceptDeviation > 0.05 else {
      throw .unusable(
        "the people of the sample do not differ in \"\(name)\"; it cannot tell severity")
    }
    return try OrdinalItem(
      name: name, loading: fit.interceptDeviation, thresholds: fit.thresholds)
  }
}
