/// One study list with its scored recalls.
public struct ScoredList: Sendable {
  /// What it shares with the lists that were scored with it.
  let columns: RecallColumns
  private let place: RecallColumns.Place
  /// The number of its person among those that were scored with it.
  let person: Int
  /// Who studied it.
  public let subject: String
  /// The number of the list among the person's lists.
  public let number: Int
  /// How far the number of the list lies from that of the person's first.
  let listsBefore: Int

  init(
    columns: RecallColumns, place: RecallColumns.Place, person: Int, subject: String, number: Int,
    listsBefore: Int
  ) {
    self.columns = columns
    self.place = place
    self.person = person
    self.subject = subject
    self.number = number
    self.listsBefore = listsBefore
  }

  /// The studied words, as places in ``RecallData/items``, in the order of presentation.
  public var items: ListColumn<Int> { ListColumn(columns.items, place.items) }
  /// What each recalled word is, in the order of recall.
  public var recalls: ListColumn<Recall> { ListColumn(columns.recalls, place.recalls) }
  /// The serial positions, from 1, of the recalled words; 0 in the place of a repeat or an intrusion.
  public var sequence: ListColumn<Int> { ListColumn(columns.sequence, place.recalls) }

  /// Where the serial positions of its correct recalls lie among those of all lists.
  var positions: Range<Int> { place.positions }

  /// How many words were studied.
  public var length: Int { place.items.count }

  /// How many different words of the list were recalled.
  public var correctCount: Int { positions.count }

  /// For each prior-list intrusion in the order of recall, the earlier lists that held the word, the most
  /// recent first.
  var priors: ListColumn<PriorList> { ListColumn(columns.priors, place.priors) }

  /// How many attributes the words have.
  var attributeCount: Int { columns.labels.count }

  /// The value of each word in an attribute, as places in ``RecallData/Attribute/values``; -1 where it
  /// is not known.
  func labels(_ column: Int) -> ListColumn<Int> { ListColumn(columns.labels[column], place.items) }

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

extension ScoredList: Hashable {
  /// Whether two lists and their recalls are the same.
  public static func == (left: Self, right: Self) -> Bool {
    left.subject == right.subject && left.number == right.number
      && left.listsBefore == right.listsBefore && left.items == right.items
      && left.recalls == right.recalls && left.priors == right.priors
      && left.attributeCount == right.attributeCount
      && (0..<left.attributeCount).allSatisfy { left.labels($0) == right.labels($0) }
  }

  /// Feeds the list to a hasher.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(subject)
    hasher.combine(number)
    hasher.combine(items)
    hasher.combine(recalls)
  }
}
