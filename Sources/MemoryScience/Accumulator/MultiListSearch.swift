internal import Statistics

/// A search for the parameters with which a ``MultiListModel`` recalls as people do.
///
/// The model has no likelihood, so that its ``RecallPattern`` is held against that of people, with the
/// same noise for all parameters. What is left of the noise makes the objective rugged:
/// `CovarianceAdaptation` searches, in z with x = low + (high - low) / (1 + exp(-z)).
public struct MultiListSearch: Hashable, Sendable {
  /// The greatest number of evaluations.
  public let evaluationLimit: Int
  /// The seed of the search and of the simulations.
  public let seed: UInt64
  /// How far from the bounds z may go without a fine.
  private static let reach = 5.0
  /// The first standard deviation of z.
  private static let step = 0.5

  /// What a search found.
  public struct Finding: Hashable, Sendable {
    /// The model with the parameters found.
    public let model: MultiListModel
    /// The misfit there, in the simulations of the search.
    public let misfit: Double
    /// How often people were simulated.
    public let evaluations: Int
  }

  /// Creates a search.
  ///
  /// - Parameters:
  ///   - evaluationLimit: the greatest number of evaluations, passed by at most one population.
  ///   - seed: the seed of the search and of the simulations.
  public init(evaluationLimit: Int, seed: UInt64) {
    self.evaluationLimit = evaluationLimit
    self.seed = seed
  }

  /// Moves all parameters that the model has.
  ///
  /// - Parameters:
  ///   - start: the model to start from; values outside the bounds of the search are moved inside.
  ///   - target: what people do.
  ///   - people: the sessions to simulate, person by person.
  /// - Returns: the parameters in the middle of the last population. With fewer evaluations than some
  ///   twenty for each parameter they may be worse than those at the start.
  /// - Throws: ``MemoryScienceError/option(_:)`` when a parameter that is not moved is out of range.
  public func fit(
    _ start: MultiListModel, to target: RecallTarget, people: [[MultiListStudy]]
  ) throws(MemoryScienceError) -> Finding {
    let parameters = MultiListParameter.of(start.source)
    let scales = parameters.map { BoundedScale(range: $0.range) }
    let first = zip(parameters, scales).map { $1.unbounded(start[keyPath: $0.path]) }
    func model(_ point: [Double]) -> MultiListModel {
      var model = start
      for (index, parameter) in parameters.enumerated() {
        model[keyPath: parameter.path] = scales[index].value(point[index])
      }
      return model
    }
    _ = try model(first).pattern(
      of: Array(people.prefix(1).map { Array($0.prefix(1)) }), seed: seed)
    let minimum = CovarianceAdaptation(
      step: MultiListSearch.step, tolerance: 1e-3, evaluationLimit: evaluationLimit
    ).minimum(
      of: { point in
        let fine = point.reduce(0) { $0 + 10 * max(abs($1) - MultiListSearch.reach, 0) }
        guard let pattern = try? model(point).pattern(of: people, seed: seed) else {
          return .infinity
        }
        return target.misfit(pattern) + fine
      }, from: first, seed: seed)
    return Finding(
      model: model(minimum.point), misfit: minimum.value, evaluations: minimum.evaluations)
  }
}
