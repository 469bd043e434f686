public import Statistics

/// A retrieved-context model of free recall with an exact likelihood: CMR, eCMR or CMR3 in which
/// items are chosen one after the other in proportion to their support.
///
/// Context drifts with each studied item and is tied to it; a cue of context supports items, and a
/// recalled item brings its context back, which cues the next. Sources: Howard & Kahana (2002); Polyn,
/// Norman & Kahana (2009); Kragel, Morton & Polyn (2015) for the choice and its likelihood; Talmi, Lohnas
/// & Daw (2019) and Cohen & Kahana (2022) for emotion. Each list is taken by itself: context starts anew.
/// An item is tied to context after it has moved context. An emotional item keeps its source feature
/// when it is recalled, as strong as it is tied to its own temporal context.
///
/// Complexity: O(n²) for a list of n items and O(n²) for each recall.
///
/// ## Topics
/// ### What people recall
/// - ``logLikelihood(of:)``
/// - ``recalls(of:stream:)``
/// ### Estimating
/// - ``RetrievedContextFit``
public struct RetrievedContextModel: Hashable, Sendable {
  /// What source context tells apart.
  public let source: SourceContext
  /// How supports become probabilities.
  public let choice: ChoiceRule
  /// The parameters.
  public let parameters: RetrievedContextParameters
  /// How alike words are in meaning, row by row and symmetric, by the numbers of
  /// ``StudiedList/words``; none when meaning is not modelled.
  public let similarity: Matrix?
  /// The least probability that an event is given, which keeps a single odd recall from ruling a
  /// fit: 0 for the exact likelihood, 1e-5 in cymr.
  public let leastProbability: Double

  /// Creates a model.
  ///
  /// - Parameters:
  ///   - source: what source context tells apart.
  ///   - choice: how supports become probabilities.
  ///   - parameters: the parameters.
  ///   - similarity: how alike words are, a square table of finite numbers from 0 on; its diagonal is
  ///     not used.
  ///   - leastProbability: the least probability of an event, 0 to 0.01.
  /// - Throws: ``MemoryScienceError`` that names the value to mend.
  public init(
    source: SourceContext = .none, choice: ChoiceRule = .power,
    parameters: RetrievedContextParameters = RetrievedContextParameters(),
    similarity: Matrix? = nil, leastProbability: Double = 0
  ) throws(MemoryScienceError) {
    try parameters.validate()
    if let similarity {
      let isProper = similarity.elements.allSatisfy { $0 >= 0 && $0.isFinite }
      guard similarity.isSquare, isProper else {
        throw .option("similarity must be a square table of finite numbers from 0 on")
      }
    }
    guard 0...0.01 ~= leastProbability else {
      throw .option("leastProbability is \(leastProbability); set it between 0 and 0.01")
    }
    self.source = source
    self.choice = choice
    self.parameters = parameters
    self.similarity = similarity
    self.leastProbability = leastProbability
  }

  /// The same model with other parameters.
  ///
  /// - Parameter parameters: the parameters.
  /// - Returns: the model.
  /// - Throws: ``MemoryScienceError/option(_:)`` for a parameter outside its range.
  public func with(
    _ parameters: RetrievedContextParameters
  ) throws(MemoryScienceError) -> RetrievedContextModel {
    try RetrievedContextModel(
      source: source, choice: choice, parameters: parameters, similarity: similarity,
      leastProbability: leastProbability)
  }
}
