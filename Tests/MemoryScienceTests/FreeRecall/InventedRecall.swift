import Foundation
import MemoryScience
import Statistics

/// Recall in which the next word is drawn by its nearness in meaning and by its valence.
struct InventedRecall {
  /// How strongly recall moves to near words: log odds per unit of distance.
  var semantic = 0.0
  /// How strongly it stays within a valence: log odds.
  var emotional = 0.0
  /// How far apart the centres of the valences lie in meaning.
  var separation = 2.0

  static let valences = ["negative", "neutral", "positive"]
  private static let perValence = 40

  /// A pool of words in a plane of meaning.
  private func pool(_ random: inout RandomStream) -> (points: [SIMD2<Double>], words: [String]) {
    var points: [SIMD2<Double>] = []
    for valence in Self.valences.indices {
      let angle = 2 * Double.pi * Double(valence) / 3
      for _ in 0..<Self.perValence {
        let centre = SIMD2(cos(angle), sin(angle)) * separation
        points.append(centre + SIMD2(random.normal(), random.normal()))
      }
    }
    return (points, points.indices.map { "w\($0)" })
  }

  /// People who studied lists of 24 words, 8 of each valence, and recalled 12.
  func data(people: Int, lists: Int, seed: UInt64) throws -> (RecallData, ItemDistances) {
    var random = RandomStream(seed: seed)
    let (points, words) = pool(&random)
    var matrix = Matrix(rows: points.count, columns: points.count)
    for row in points.indices {
      for column in points.indices { matrix[row, column] = distance(points[row], points[column]) }
    }
    var studied: [StudyList] = []
    for person in 1...people {
      for number in 1...lists {
        let items = Self.valences.indices.flatMap { valence in
          (0..<Self.perValence).shuffled(using: &random).prefix(8).map {
            valence * Self.perValence + $0
          }
        }.shuffled(using: &random)
        let recalls = recall(items, points, &random)
        studied.append(
          StudyList(
            subject: "\(person)", number: number, items: items.map { words[$0] },
            attributes: ["valence": items.map { Self.valences[$0 / Self.perValence] }],
            recalls: recalls.map { words[$0] }))
      }
    }
    return (try RecallData(studied), try ItemDistances(items: words, matrix: matrix))
  }

  private func distance(_ left: SIMD2<Double>, _ right: SIMD2<Double>) -> Double {
    let difference = left - right
    return (difference * difference).sum().squareRoot()
  }

  private func recall(
    _ items: [Int], _ points: [SIMD2<Double>], _ random: inout RandomStream
  ) -> [Int] {
    var left = items
    var recalled = [left.remove(at: Int(random.next() % UInt64(left.count)))]
    while recalled.count < 12, let from = recalled.last {
      let weights = left.map { item in
        exp(
          -semantic * distance(points[from], points[item])
            + (item / Self.perValence == from / Self.perValence ? emotional : 0))
      }
      var rest = random.uniform() * weights.reduce(0, +)
      var place = 0
      while place < left.count - 1, rest > weights[place] {
        rest -= weights[place]
        place += 1
      }
      recalled.append(left.remove(at: place))
    }
    return recalled
  }
}
