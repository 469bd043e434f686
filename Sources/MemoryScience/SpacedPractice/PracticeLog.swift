/// All reviews of all memories, raw: with times to the millisecond and grades as given.
///
/// A log holds nothing computed, so that a later model can be run over it from the start: see
/// ``replay(with:)``. Cards are kept in the order of their first review, the reviews of a card in
/// the order of time, and reviews of the same card at the same time in the order given.
public struct PracticeLog: Hashable, Sendable {
  /// The cards, in the order of their first review.
  public let cards: [Int]
  /// The times of all reviews, card after card: milliseconds since 1970-01-01T00:00:00Z.
  public let times: [Int]
  /// The grades of all reviews, card after card.
  public let grades: [PracticeGrade]
  /// Where the reviews of each card start, and after the last card the number of reviews.
  let starts: [Int]

  /// How many reviews there are.
  public var count: Int { times.count }

  /// Sorts reviews into a log; time n log n.
  ///
  /// - Parameter reviews: reviews in any order.
  /// - Throws: ``MemoryScienceError`` when there is none, or a time lies beyond 100 million days
  ///   from 1970.
  public init(_ reviews: [PracticeReview]) throws(MemoryScienceError) {
    guard !reviews.isEmpty else {
      throw .tooFew(observed: 0, needed: 1, what: "a log of practice (reviews)")
    }
    let latest = PracticeReview.latestTime
    if let wrong = reviews.firstIndex(where: { !(-latest...latest).contains($0.time) }) {
      throw .unusable(
        "review \(wrong + 1): the time \(reviews[wrong].time) is more than 100 million days "
          + "from 1970; give milliseconds since 1970-01-01")
    }
    self.init(sorting: reviews)
  }

  private init(sorting reviews: [PracticeReview]) {
    let order = reviews.indices.sorted {
      (reviews[$0].time, $0) < (reviews[$1].time, $1)
    }
    var places: [Int: Int] = [:]
    var cards: [Int] = []
    var counts: [Int] = []
    var owners = [Int](repeating: 0, count: order.count)
    for (index, review) in order.enumerated() {
      let card = reviews[review].card
      let place = places[card, default: cards.count]
      if place == cards.count {
        places[card] = place
        cards.append(card)
        counts.append(0)
      }
      counts[place] += 1
      owners[index] = place
    }
    let starts = counts.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1) }
    var next = starts
    var times = [Int](repeating: 0, count: order.count)
    var grades = [PracticeGrade](repeating: .again, count: order.count)
    for (index, review) in order.enumerated() {
      let place = next[owners[index]]
      next[owners[index]] += 1
      times[place] = reviews[review].time
      grades[place] = reviews[review].grade
    }
    (self.cards, self.starts, self.times, self.grades) = (cards, starts, times, grades)
  }

  /// The reviews of one card.
  ///
  /// - Parameter place: the place of the card in ``cards``.
  /// - Returns: the range of its reviews in ``times`` and ``grades``.
  public func reviews(ofCardAt place: Int) -> Range<Int> {
    guard cards.indices.contains(place) else { return 0..<0 }
    return starts[place]..<starts[place + 1]
  }

  /// The raw reviews, card after card.
  public var all: [PracticeReview] {
    cards.indices.flatMap { place in
      reviews(ofCardAt: place).map {
        PracticeReview(card: cards[place], time: times[$0], grade: grades[$0])
      }
    }
  }
}
