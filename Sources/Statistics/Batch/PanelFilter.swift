private import Foundation

/// The Kalman filter and smoother for many people who share one model.
///
/// People lie side by side in the lanes of a vector, so one pass serves several; measurements are
/// taken one by one, so what is missing costs nothing and nothing is inverted; the smoother runs
/// the disturbance recursion backwards. The result of a person does not depend on the others, to the
/// bit. Use initial variances up to about a million times the noise; a larger start loses digits.
/// Complexity: n^3 + p n^2 operations per person and day, one thread. Source: Durbin & Koopman
/// (2012), Time series analysis by state space methods, 2nd edition, 4.4 and 6.4.
public struct PanelFilter: Sendable {
  private let model: PanelModel

  /// Creates the filter of a model.
  ///
  /// - Parameter model: the model that all people share.
  public init(_ model: PanelModel) { self.model = model }

  /// Filters and smooths a panel.
  ///
  /// - Parameters:
  ///   - values: the measurements, people, then days, then series; what is missing is not a number.
  ///   - people: how many people.
  ///   - days: how many days each.
  /// - Returns: log-likelihoods, smoothed means and variances.
  /// - Throws: an error if the count does not fit or a value is infinite.
  public func run(values: [Double], people: Int, days: Int) throws(PanelError) -> PanelResult {
    let limits = 0...Int(Int32.max)
    let (perPerson, overflow) = days.multipliedReportingOverflow(by: model.series)
    let (count, tooMany) = perPerson.multipliedReportingOverflow(by: people)
    guard limits.contains(people), limits.contains(days), !overflow, !tooMany,
      values.count == count
    else {
      throw .count(values: values.count, people: people, days: days, series: model.series)
    }
    if let index = values.firstIndex(where: \.isInfinite) { throw .infinite(index: index) }
    guard people > 0 else {
      return PanelResult(
        people: 0, days: days, states: model.states, logLikelihoods: [], means: [], variances: [])
    }
    return smoothed(values, people: people, days: days)
  }

  private func smoothed(_ values: [Double], people: Int, days: Int) -> PanelResult {
    let perPerson = days * model.states
    let kernel = PanelKernel(model: model, days: days)
    defer { kernel.deallocate() }
    var logLikelihoods = [Double](repeating: 0, count: people)
    var variances: [Double] = []
    let means = [Double](unsafeUninitializedCapacity: people * perPerson) { means, meanCount in
      variances = [Double](unsafeUninitializedCapacity: people * perPerson) { variances, count in
        for first in stride(from: 0, to: people, by: Lanes.scalarCount) {
          let width = min(Lanes.scalarCount, people - first)
          kernel.load(values, first: first, width: width)
          let sums = kernel.run()
          for lane in 0..<width { logLikelihoods[first + lane] = sums.logLikelihood(lane) }
          let range = first * perPerson..<(first + width) * perPerson
          kernel.store(means: means, variances: variances, range: range, width: width)
        }
        count = people * perPerson
      }
      meanCount = people * perPerson
    }
    return PanelResult(
      people: people, days: days, states: model.states, logLikelihoods: logLikelihoods,
      means: means, variances: variances)
  }
}
