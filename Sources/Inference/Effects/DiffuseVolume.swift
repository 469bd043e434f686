private import Foundation
internal import Statistics

/// The volume |X'X|^½ of the diffuse columns, read off a model without any variance but the noise.
struct DiffuseVolume {
  let halfLogDeterminant: Double

  init(of series: TrajectorySeries, scale: Double) throws(InferenceError) {
    let design = try TrajectoryDesign(series, model: .localLevel, scale: scale)
    do {
      let plain = try design.stateSpace(Hyperparameters(levelVariance: 0, noiseVariance: 1))
        .likelihood(of: design.observations)
      let terms = Double(design.observations.count - design.columnCount)
      halfLogDeterminant = -plain.logLikelihood - 0.5 * terms * (log(2 * .pi) + plain.scale)
    } catch { throw design.named(error) }
  }
}
