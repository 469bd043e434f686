/// What a recalled word is.
public enum Recall: Hashable, Sendable {
  /// A word of the list, recalled for the first time; its serial position, from 1.
  case correct(position: Int)
  /// A word of the list that was recalled before in this recall; its serial position, from 1, and
  /// how often it was recalled before.
  case repeated(position: Int, times: Int)
  /// A word of an earlier list of the same person: how many lists back it was studied last, from 1,
  /// by the numbers of the lists; and its serial position there, from 1.
  case priorListIntrusion(listLag: Int, position: Int)
  /// A word of no earlier list of this person.
  case extraListIntrusion

  /// Whether the word was not in the list.
  public var isIntrusion: Bool {
    switch self {
    case .correct, .repeated: false
    case .priorListIntrusion, .extraListIntrusion: true
    }
  }
}
