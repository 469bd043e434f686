/// A page that is about no record: what is said first, then chapters, ready to be shown. Every value is
/// words by now.
struct Paper {
  /// Sections under one heading.
  struct Chapter {
    let id: String
    let title: String
    var introduction: [String] = []
    let sections: [Section]
  }

  let title: String
  let lines: [String]
  /// What the link to the content says.
  let skip: String
  /// What is said first, in plain words.
  let shortTitle: String
  let short: [String]
  let chapters: [Chapter]
  let footer: [String]
}
