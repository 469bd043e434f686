import Foundation
import Statistics
import TestKit
import Testing

/// Check 7: 1,000 people x 365 days x 4 series drawn by numpy, whose likelihoods and states were
/// computed apart by statsmodels and by the written recipe.
///
/// The whole panel is checked in release builds and by `script/bench`; debug builds, whose vectors
/// are slow, check the four people whose numbers are known.
@Suite struct PanelReferenceTests {
  static let path = ProcessInfo.processInfo.environment["ANAMNESIS_PANEL"]
  static let generator = SharedData.url("longitudinal/reference/panel_generator.py")
  static let absence: Comment =
    "needs ANAMNESIS_PANEL, the path of panel.bin, or ../shared/data with python3 and numpy"

  static let hasPython: Bool = {
    guard SharedData.isPresent else { return false }
    return (try? run(["-c", "import numpy"], in: FileManager.default.temporaryDirectory)) == 0
  }()

  static func run(_ arguments: [String], in folder: URL) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3"] + arguments
    process.currentDirectoryURL = folder
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }

  static func panel() throws -> [Double] {
    if let path { return numbers(try Data(contentsOf: URL(filePath: path))) }
    let folder = FileManager.default.temporaryDirectory.appending(path: "panel-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(try run([generator.path], in: folder) == 0)
    return numbers(try Data(contentsOf: folder.appending(path: "panel.bin")))
  }

  static func numbers(_ data: Data) -> [Double] {
    data.withUnsafeBytes { bytes in
      stride(from: 0, to: bytes.count - 7, by: 8).map {
        Double(
          bitPattern: UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: $0, as: UInt64.self))
        )
      }
    }
  }

  static func model() throws -> PanelModel {
    let noise = Matrix([
      [1, 0.3, 0.2, 0.1], [0.3, 1, 0.3, 0.2], [0.2, 0.3, 1, 0.3], [0.1, 0.2, 0.3, 1],
    ])
    return try PanelModel(
      transition: Matrix([
        [0.5, 0.1, 0, 0], [0.05, 0.4, 0.1, 0], [0, 0.1, 0.6, 0.05], [0.1, 0, 0, 0.3],
      ]),
      transitionNoise: noise * 0.5, observation: .identity(4),
      observationNoise: [0.5, 0.6, 0.4, 0.7], initialMean: [0, 0, 0, 0],
      initialCovariance: Matrix.identity(4) * 10)
  }

  @Test(.enabled(if: path != nil || hasPython, absence))
  func `the reference panel has its published likelihoods and states`() throws {
    let values = try Self.panel()
    let (days, perPerson) = (365, 365 * 4)
    try #require(values.count == 1000 * perPerson)
    #expect(values.count { $0.isNaN } == 438_327)
    let known = [0, 1, 499, 999]
    let seen = known.flatMap { values[$0 * perPerson..<($0 + 1) * perPerson] }
    let result = try PanelFilter(Self.model()).run(values: seen, people: 4, days: days)
    let likelihoods = [-1576.6552931536, -1515.7966776294, -1520.5880446341, -1521.2020361020]
    for (value, expected) in zip(result.logLikelihoods, likelihoods) {
      #expect(abs(value - expected) < 1e-9)
    }
    let first = try #require(result.index(person: 0, day: 99, state: 0))
    let means = [0.41277621, -0.09208072, -0.57653204, 0.30642456]
    let variances = [0.24114040, 0.27279680, 0.22373713, 0.28374618]
    let last = try #require(result.index(person: 3, day: 364, state: 0))
    let lastMeans = [-0.45786764, -0.27003113, -0.83557695, -0.19587787]
    for state in 0..<4 {
      #expect(abs(result.means[first + state] - means[state]) < 6e-9)
      #expect(abs(result.variances[first + state] - variances[state]) < 6e-9)
      #expect(abs(result.means[last + state] - lastMeans[state]) < 6e-9)
    }
    #if !DEBUG
      let whole = try PanelFilter(Self.model()).run(values: values, people: 1000, days: days)
      #expect(abs(whole.logLikelihood - -1507138.545657) < 1e-6)
    #endif
  }
}
