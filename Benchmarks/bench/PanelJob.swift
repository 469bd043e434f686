import Foundation
import Statistics

/// 1,000 people x 365 days x 4 series of one known model: filter and smoother with variances.
///
/// The file holds little-endian doubles, people, then days, then series; what is missing is NaN.
struct PanelJob: Job {
  private static let days = 365
  private let filter: PanelFilter
  private let values: [Double]
  private let people: Int

  init(argument: String) throws {
    let data = try Data(contentsOf: URL(filePath: argument))
    values = data.withUnsafeBytes { bytes in
      stride(from: 0, to: bytes.count - 7, by: 8).map {
        Double(
          bitPattern: UInt64(
            littleEndian: bytes.loadUnaligned(fromByteOffset: $0, as: UInt64.self)))
      }
    }
    let noise = Matrix([
      [1, 0.3, 0.2, 0.1], [0.3, 1, 0.3, 0.2], [0.2, 0.3, 1, 0.3], [0.1, 0.2, 0.3, 1],
    ])
    let model = try PanelModel(
      transition: Matrix([
        [0.5, 0.1, 0, 0], [0.05, 0.4, 0.1, 0], [0, 0.1, 0.6, 0.05], [0.1, 0, 0, 0.3],
      ]),
      transitionNoise: noise * 0.5, observation: .identity(4),
      observationNoise: [0.5, 0.6, 0.4, 0.7], initialMean: [0, 0, 0, 0],
      initialCovariance: Matrix.identity(4) * 10)
    filter = PanelFilter(model)
    people = values.count / (PanelJob.days * model.series)
  }

  func run() throws -> Double {
    try filter.run(values: values, people: people, days: PanelJob.days).logLikelihood
  }
}
