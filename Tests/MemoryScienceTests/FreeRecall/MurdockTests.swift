import Foundation
import MemoryScience
import TestKit
import Testing

/// The serial position curves of Murdock 1962: 15 people, 80 lists of 20, 30 and 40 words each.
///
/// Expected: means over people from `MurdData_clean.mat`, another copy of the data, by scipy and
/// numpy; the table of the CSV file is not used for them.
@Suite(.enabled(if: SharedData.isPresent, SharedData.absence))
struct MurdockTests {
  private static let lists = Result { () throws -> [StudyList] in
    let path = SharedData.url("memory/Murdock1962_psifr.csv.gz").path
    let text = String(decoding: try output(of: "gzip", ["-dc", path]), as: UTF8.self)
    var lists: [[String]: StudyList] = [:]
    var outputs: [[String]: [(Double, String)]] = [:]
    for line in text.utf8.split(separator: UInt8(ascii: "\n")).dropFirst() {
      // subject, list, item, input, output, study, recall, repeat, intrusion, list length
      let cells = line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
        .map { String(Substring($0)) }
      let key = [cells[0], cells[1]]
      lists[
        key,
        default: StudyList(subject: cells[0], number: Int(cells[1]) ?? -1, items: [], recalls: [])
      ].items.append(cells[2])
      if let place = Double(cells[4]) { outputs[key, default: []].append((place, cells[2])) }
    }
    for (key, recalls) in outputs {
      lists[key]?.recalls = recalls.sorted { $0.0 < $1.0 }.map(\.1)
    }
    return Array(lists.values)
  }

  @Test(arguments: [
    (
      20,
      [
        0.4608333333333334, 0.275, 0.19666666666666668, 0.2358333333333333, 0.7183333333333333,
        0.8224999999999999, 0.9500000000000001,
      ], 6.816666666666667, 90.245
    ),
    (
      30,
      [
        0.44083333333333324, 0.26833333333333337, 0.1875, 0.15833333333333333, 0.7424999999999999,
        0.8908333333333333, 0.9516666666666667,
      ], 8.506666666666668, 163.26083333333335
    ),
    (
      40,
      [
        0.30749999999999994, 0.19833333333333333, 0.12583333333333332, 0.10916666666666665,
        0.6983333333333334, 0.8275000000000001, 0.9525,
      ], 8.107500000000002, 216.355
    ),
  ])
  func `the curve is that of the other copy`(
    length: Int, some: [Double], sum: Double, weighted: Double
  ) throws {
    let all = try RecallData(Self.lists.get())
    let data = try all.filtered { $0.length == length }
    #expect(data.subjects.count == 15)
    #expect(data.lists.count == 15 * 80)
    let curve = try data.serialPositionCurve().group().compactMap(\.mean)
    let places = [0, 1, 2, length / 2, length - 3, length - 2, length - 1]
    for (place, value) in zip(places, some) { #expect(abs(curve[place] - value) < 1e-12) }
    #expect(abs(curve.reduce(0, +) - sum) < 1e-10)
    let moment = curve.enumerated().reduce(0) { $0 + Double($1.offset + 1) * $1.element }
    #expect(abs(moment - weighted) < 1e-9)
    // Primacy and recency.
    #expect(curve[0] > curve[length / 2] && curve[length - 1] > curve[0])
  }
}
