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
  /// Whether all earlier lists of the person within the reach of a list lag are in the data, as far
  /// as the numbers tell: how many numbers lie between the person's first list and this one.
  let listsBefore: Int

  /// How many words were studied.
  public var length: Int { items.count }

  /// How many different words of the list were recalled.
  public var correctCount: Int { sequence.count { $0 > 0 } }
}
