private import Foundation
public import Knowledge
internal import Statistics

/// A predicted occupancy, or a fall of it, in points of percent.
///
/// The band holds the uncertainty of the half-maximal dose, whose logarithm is normal.
public struct OccupancyEstimate: Hashable, Sendable {
  /// The prediction.
  public let points: Double
  /// The band around it.
  public let band: ClosedRange<Double>
}

/// Predictions from a model with the uncertainty of its half-maximal dose.
public struct OccupancyCurve: Hashable, Sendable {
  /// The model.
  public let model: OccupancyModel
  /// The half-maximal doses between which the band lies, in mg a day.
  public let halfMaximal: ClosedRange<Double>

  /// Prepares predictions.
  ///
  /// - Parameters:
  ///   - model: the model.
  ///   - probability: what the band is to hold, above 0 and below 1.
  public init(_ model: OccupancyModel, holding probability: Double) {
    self.model = model
    let factor = exp(Normal.standard.quantile((1 + probability) / 2) * model.spread)
    halfMaximal = model.halfMaximalDose / factor...model.halfMaximalDose * factor
  }

  /// The occupancy at a dose.
  ///
  /// - Parameter dose: the dose a day.
  /// - Returns: the prediction, in percent.
  public func occupancy(at dose: ExactDose) -> OccupancyEstimate {
    let dose = dose.milligrams
    let low = model.halfMaximal(at: halfMaximal.upperBound).occupancy(atDose: dose)
    let high = model.halfMaximal(at: halfMaximal.lowerBound).occupancy(atDose: dose)
    return OccupancyEstimate(points: model.occupancy(atDose: dose), band: low...high)
  }

  /// The fall of occupancy from one dose to a smaller one.
  ///
  /// The fall is largest where the half-maximal dose is the geometric mean of the two doses, so the
  /// band reaches up to that value when it lies within.
  ///
  /// - Parameters:
  ///   - high: the larger dose.
  ///   - low: the smaller dose.
  /// - Returns: the prediction, in points.
  public func fall(from high: ExactDose, to low: ExactDose) -> OccupancyEstimate {
    func fall(_ halfMaximal: Double) -> Double {
      let model = model.halfMaximal(at: halfMaximal)
      return model.occupancy(atDose: high.milligrams) - model.occupancy(atDose: low.milligrams)
    }
    let steepest = (high.milligrams * low.milligrams).squareRoot()
    var falls = [fall(halfMaximal.lowerBound), fall(halfMaximal.upperBound)]
    if halfMaximal.contains(steepest) { falls.append(fall(steepest)) }
    let points = fall(model.halfMaximalDose)
    return OccupancyEstimate(
      points: points, band: (falls.min() ?? points)...(falls.max() ?? points))
  }
}
