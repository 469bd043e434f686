/// One study list with its scored recalls.
public struct ScoredList: Hashable, Sendable {
  /// Who studied it.
  public let subject: String
  /// The number of the list among the person's lists.
  public let number: Int
  /// The studied words, as places in ``RecallData/items``, in the order of presentation.
  public let items: [Int]
  /// What each recalled word is, in the order of recall.
  public let recalls: [Recall]
  /// The serial positions, from 1, of the recalled words; 0 in the place of a repeat or an intrusion.
  public let sequence: [Int]
  /// The value of each word in each attribute, as places in ``RecallData/Attribute/values``; -1
  /// where it is not known.
  let labels: [[Int]]
  /// For each prior-list intrusion in the order of recall, how many lists back each earlier list lies
  /// that held the word, the most recent first.
  let sources: [[Int]]
  /// How far the number of the list lies from that of the person's first.
  let listsBefore: Int

  /// How many words were studied.
  public var length: Int { items.count }

  /// How many different words of the list were recalled.
  public var correctCount: Int { sequence.count { $0 > 0 } }

  /// The serial position of the word that was recalled at a place, from 0, for the first time or
  /// again.
  func position(at place: Int) -> Int? {
    guard recalls.indices.contains(place) else { return nil }
    switch recalls[place] {
    case .correct(let position), .repeated(let position, _): return position
    case .priorListIntrusion, .extraListIntrusion: return nil
    }
  }
}
