import Foundation
import MemoryScience
import TestKit

/// Reference data of spaced practice.
enum PracticeData {
  /// A card of `fsrs6_pyfsrs_vectors.json`.
  struct Card: Decodable {
    struct Review: Decodable {
      let rating: Int
      let at: String
      let state: Int
      let step: Int?
      let stability: Double
      let difficulty: Double
      let due: String
    }
    let card: Int
    let reviews: [Review]
  }

  /// The results of fsrs-rs in `fsrs6_optimizer_golden.json`.
  struct Golden: Decodable {
    struct Scores: Decodable {
      let log_loss: Double
      let rmse_bins: Double
    }
    let optimized_parameters: [Double]
    let `default`: Scores
    let optimized: Scores
    let own_logloss_default: [Double]
    let own_logloss_optimized: [Double]
  }

  private struct Vectors: Decodable { let cards: [Card] }

  static func vectors() throws -> [Card] {
    let data = try Data(contentsOf: SharedData.url("memory/fsrs6_pyfsrs_vectors.json"))
    return try JSONDecoder().decode(Vectors.self, from: data).cards
  }

  static func golden() throws -> Golden {
    let data = try Data(contentsOf: SharedData.url("memory/fsrs6_optimizer_golden.json"))
    return try JSONDecoder().decode(Golden.self, from: data)
  }

  /// Milliseconds since 1970 of a time such as 2024-03-29T20:32:32.250000+00:00, always in UTC.
  static func milliseconds(_ text: some StringProtocol) -> Int {
    let fields = text.split { !$0.isNumber }.map { Int($0) ?? 0 }
    let (year, month, day) = (fields[0], fields[1], fields[2])
    // Days from the civil calendar (Hinnant): March is the first month.
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    let days = era * 146_097 + dayOfEra - 719_468
    let seconds = fields[3] * 3600 + fields[4] * 60 + fields[5]
    let fraction = text.contains(".") ? fields[6] / 1000 : 0
    return days * 86_400_000 + seconds * 1000 + fraction
  }

  /// The log of 12,580 reviews, read once.
  static let log = Result { try readLog() }

  private static func readLog() throws -> PracticeLog {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "gzip", "-dc", SharedData.url("memory/fsrs_reviewlog_josh_12580.csv.gz").path,
    ]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let lines = String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline)
    return try PracticeLog(
      lines.dropFirst().map { line in
        let cells = line.split(separator: ",")
        return PracticeReview(
          card: Int(cells[0]) ?? 0, time: milliseconds(cells[2]),
          grade: try PracticeGrade(number: Int(cells[1]) ?? 0))
      })
  }
}
