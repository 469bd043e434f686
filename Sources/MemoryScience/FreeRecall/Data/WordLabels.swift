/// Gives numbers to the values of the columns of studied words.
struct WordLabels {
  private let names: [String]
  private var places: [[String: Int]]
  private var values: [[String]]
  /// The values of all words, column by column.
  private(set) var labels: [[Int]]

  init(_ lists: [StudyList]) {
    var all = Set<String>()
    for list in lists where !list.attributes.isEmpty { all.formUnion(list.attributes.keys) }
    names = all.sorted()
    places = names.map { _ in [:] }
    values = names.map { _ in [] }
    labels = names.map { _ in [] }
  }

  var attributes: [RecallData.Attribute] {
    zip(names, values).map { RecallData.Attribute(name: $0, values: $1) }
  }

  /// Adds the values of the words of a list; -1 for an empty text.
  mutating func add(_ study: StudyList) throws(MemoryScienceError) {
    for (column, name) in names.enumerated() {
      let texts = study.attributes[name] ?? study.items.map { _ in "" }
      guard texts.count == study.items.count else {
        throw .unusable(
          "list \(study.number) of subject \(study.subject) has \(study.items.count) words and "
            + "\(texts.count) values of \(name); give one value per word")
      }
      // Neighbours often share their label, and comparing is faster than looking up.
      var last = (text: "", label: -1)
      for text in texts {
        if text != last.text { last = (text, label(text, column)) }
        labels[column].append(last.label)
      }
    }
  }

  private mutating func label(_ text: String, _ column: Int) -> Int {
    guard !text.isEmpty else { return -1 }
    if let place = places[column][text] { return place }
    places[column][text] = values[column].count
    values[column].append(text)
    return values[column].count - 1
  }
}
