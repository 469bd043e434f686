internal import Statistics

extension RetrievedContextFit {
  /// Fits a model to one person by maximum likelihood, or by the mode of the posterior when the search
  /// has priors.
  ///
  /// Random points within the bounds are tried, and quasi-Newton searches on the logit scale of the
  /// bounds start from the best of them and from the model as given; the result does not depend on
  /// the machine. Complexity: some hundred likelihoods per start and parameter.
  ///
  /// - Parameters:
  ///   - lists: what the person studied and recalled.
  ///   - model: the model, with the values of parameters that are not free.
  ///   - search: which parameters to estimate, and how.
  /// - Throws: ``MemoryScienceError`` when there are fewer than 5 recalls for each free parameter, or
  ///   no parameters make the recalls possible.
  public init(
    _ lists: [RecalledList], model: RetrievedContextModel, search: RetrievedContextSearch
  ) throws(MemoryScienceError) {
    let recalls = lists.reduce(0) { $0 + $1.recalls.count }
    guard recalls >= 5 * search.free.count else {
      throw .tooFew(
        observed: recalls, needed: 5 * search.free.count,
        what: "a fit of \(search.free.count) parameters (recalls)")
    }
    _ = try model.logLikelihood(of: lists)
    let objective = FitObjective(lists: lists, model: model, search: search)
    let found = objective.searches()
    guard let best = found.first, best.value.isFinite else {
      throw .unusable("no parameters within the bounds make these recalls possible; widen them")
    }
    let fitted = try model.with(objective.parameters(at: best.point))
    self.model = fitted
    estimates = objective.estimates(at: best.point)
    logLikelihood = try fitted.logLikelihood(of: lists)
    eventCount = recalls + lists.count
    listCount = lists.count
    starts = found.count
    agreeingStarts = found.count { $0.value <= best.value + 0.01 }
    isConverged = best.outcome == .converged
  }
}
