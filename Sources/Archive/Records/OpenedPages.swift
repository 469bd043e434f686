internal import PatientRecord

/// The pages of a record that are opened at the same time, put back in their order.
struct OpenedPages {
  /// A page's place and what it gave.
  typealias Page = (place: Int, entries: Result<[Entry], any Error>)

  /// The most pages that wait to be opened: a bound on the rows held beside what is handed out.
  static let limit = 4

  private var pages: [Result<[Entry], any Error>?] = []
  private(set) var waiting = 0

  /// Keeps a place for the next page.
  mutating func begin() -> Int {
    pages.append(nil)
    waiting += 1
    return pages.count - 1
  }

  mutating func take(_ page: Page) {
    pages[page.place] = page.entries
    waiting -= 1
  }

  /// All entries in order; the first page that could not be opened throws.
  func entries() throws -> [Entry] {
    var entries: [Entry] = []
    entries.reserveCapacity(pages.count * Archive.pageSize)
    for case let page? in pages { entries += try page.get() }
    return entries
  }
}
