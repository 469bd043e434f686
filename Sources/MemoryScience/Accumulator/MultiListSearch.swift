internal import Statistics

/// A search for the parameters with which a ``MultiListModel`` recalls as people do.
///
/// The model has no likelihood, so that its ``RecallPattern`` is held against that of people, with the
/// same noise for all parameters. What is left of the noise makes the objective rugged:
/// `CovarianceAdaptation` searches, in z with x = low + (high - low) / (1 + exp(-z)), and so for log x
/// where bounds lie more than a factor of 30 apart.
public struct MultiListSearch: Hashable, Sendable {
  /// The greatest number of evaluations.
  public let evaluationLimit: Int
  /// The first standard deviation of z.
  public let step: Double
  /// The seed of the search and of the simulations.
  public let seed: UInt64
  /// How far from the bounds z may go without a fine.
  private static let reach = 5.0

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
  ///   - step: the first standard deviation of z: how far around the start the search looks first.
  ///   - seed: the seed of the search and of the simulations.
  public init(evaluationLimit: Int, step: Double = 0.5, seed: UInt64) {
    self.evaluationLimit = evaluationLimit
    self.step = step
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
    let first = parameters.map { $0.unbounded(start[keyPath: $0.path]) }
    func model(_ point: [Double]) -> MultiListModel {
      var model = start
      for (index, parameter) in parameters.enumerated() {
        model[keyPath: parameter.path] = parameter.value(point[index])
      }
      return model
    }
    try require(model(first), people)
    let minimum = CovarianceAdaptation(
      step: step, tolerance: 1e-3, evaluationLimit: evaluationLimit
    ).minimum(
      of: { point in
        let fine = point.reduce(0) { $0 + 10 * max(abs($1) - MultiListSearch.reach, 0) }
        return misfit(model(point), target, people) + fine
      }, from: first, seed: seed)
    return Finding(
      model: model(minimum.point), misfit: minimum.value, evaluations: minimum.evaluations)
  }

  /// Draws parameters anywhere within the bounds, for starts that owe nothing to a guess.
  ///
  /// - Parameters:
  ///   - start: the model whose parameters are drawn; the others stay.
  ///   - target: what people do.
  ///   - people: the sessions to simulate, person by person.
  /// - Returns: ``evaluationLimit`` draws, those that come nearest to people first.
  /// - Throws: ``MemoryScienceError/option(_:)`` when a parameter that is not moved is out of range.
  public func draws(
    like start: MultiListModel, to target: RecallTarget, people: [[MultiListStudy]]
  ) throws(MemoryScienceError) -> [Finding] {
    var random = RandomStream(seed: seed)
    var findings: [Finding] = []
    for _ in 0..<max(evaluationLimit, 0) {
      var model = start
      for parameter in MultiListParameter.of(start.source) {
        model[keyPath: parameter.path] = parameter.value(atShare: random.uniform())
      }
      if findings.isEmpty { try require(model, people) }
      findings.append(
        Finding(model: model, misfit: misfit(model, target, people), evaluations: 1))
    }
    return findings.sorted { $0.misfit < $1.misfit }
  }

  /// Refuses a model that cannot be simulated.
  private func require(
    _ model: MultiListModel, _ people: [[MultiListStudy]]
  ) throws(MemoryScienceError) {
    _ = try model.pattern(of: people.prefix(1).map { Array($0.prefix(1)) }, seed: seed)
  }

  private func misfit(
    _ model: MultiListModel, _ target: RecallTarget, _ people: [[MultiListStudy]]
  ) -> Double {
    guard let pattern = try? model.pattern(of: people, seed: seed) else { return .infinity }
    return target.misfit(pattern)
  }
}
