import Foundation
import Statistics

/// Simulated people: how many, and what became of each.
enum People {
  /// How many people to simulate: what `script/calibration --people` asked for, or the default.
  ///
  /// - Parameter standard: the number that the table's own tolerance was chosen for.
  /// - Returns: how many to simulate.
  static func count(_ standard: Int) -> Int {
    ProcessInfo.processInfo.environment["CALIBRATION_PEOPLE"].flatMap(Int.init) ?? standard
  }

  /// Lets every person be drawn and judged, on all processors.
  ///
  /// Each person has a stream of their own, so the outcome depends on neither order nor processors.
  ///
  /// - Parameters:
  ///   - count: how many people.
  ///   - seed: the seed of the whole table.
  ///   - person: draws and judges one person.
  /// - Returns: what was found, in the order of the people.
  /// - Throws: what the first person threw.
  static func simulate<Finding: Sendable>(
    _ count: Int, seed: UInt64,
    _ person: @escaping @Sendable (inout RandomStream) throws -> Finding
  ) async throws -> [Finding] {
    try await withThrowingTaskGroup(of: (Int, Finding).self) { group in
      for index in 0..<count {
        group.addTask {
          var stream = RandomStream(seed: seed, stream: UInt64(index))
          return (index, try person(&stream))
        }
      }
      var findings: [Finding?] = Array(repeating: nil, count: count)
      for try await (index, finding) in group { findings[index] = finding }
      return findings.compactMap { $0 }
    }
  }
}
