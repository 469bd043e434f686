import Charts

/// One part of a review in words and pictures.
struct Section {
  /// A named value with an optional remark.
  struct Fact {
    let name: String
    let value: String
    var note: String?
    /// Whether a reader should stop at it.
    var isFlagged = false
  }

  let id: String
  /// What it is about, where its chapter has several.
  var title: String?
  /// What it says, in sentences; always there.
  var summary: [String]
  var figure: Figure?
  var facts: [Fact] = []
  /// A table that is content, not the other side of a figure.
  var table: DataTable?
  var list: [String] = []
  /// How sure it is.
  var sureness: [String] = []
  /// What it was computed from.
  var used: [String] = []

  /// The words in front of ``sureness``.
  let sureTitle: String
  /// The words in front of ``used``.
  let usedTitle: String

  init(id: String, title: String? = nil, summary: [String], wording: Wording) {
    self.id = id
    sureTitle = wording.sureTitle
    usedTitle = wording.usedTitle
    self.title = title
    self.summary = summary
  }
}
