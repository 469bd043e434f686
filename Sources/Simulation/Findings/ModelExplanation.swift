public import Knowledge

/// What a word means in the model: numbers, equations and treatments that it names.
public struct ModelExplanation: Sendable {
  /// The numbers, with their values.
  public let terms: [(term: Parameters.Term, value: Double)]
  /// The equations.
  public let equations: [ModelEquation]
  /// The treatments.
  public let treatments: [SimulatedTreatment]

  /// Explains everything.
  ///
  /// - Parameter knowledge: the knowledge that holds the treatments.
  public init(of knowledge: Knowledge) {
    let parameters = Parameters()
    terms = Parameters.terms.map { ($0, parameters[keyPath: $0.keyPath]) }
    equations = ModelEquation.all
    treatments = knowledge.simulatedTreatments
  }

  /// Explains a word: the symbol of a number such as `P_K`, the number of an equation such as `6`, the
  /// name of a treatment, or a word of their descriptions such as `sleep`.
  ///
  /// - Parameters:
  ///   - word: the word; case counts for symbols, which come first.
  ///   - knowledge: the knowledge that holds the treatments.
  /// - Throws: an error that lists what there is when nothing is called so.
  public init(_ word: String, in knowledge: Knowledge) throws(SimulationError) {
    let all = ModelExplanation(of: knowledge)
    if let exact = all.exactly(word) {
      self = exact
      return
    }
    let sought = word.lowercased()
    let equations = all.equations.filter { $0.name.lowercased().contains(sought) }
    let terms = all.terms.filter {
      $0.term.name.lowercased().contains(sought) || $0.term.symbol.lowercased() == sought
    }
    let treatments = all.treatments.filter { "\($0.id) \($0.name)".lowercased().contains(sought) }
    guard !sought.isEmpty, !(equations.isEmpty && terms.isEmpty && treatments.isEmpty) else {
      throw .unknownTerm(
        word: word,
        known: all.terms.map(\.term.symbol) + all.treatments.map(\.id)
          + all.equations.map { "equation \($0.number)" })
    }
    self.init(terms: terms, equations: equations, treatments: treatments)
  }

  private init(
    terms: [(term: Parameters.Term, value: Double)], equations: [ModelEquation],
    treatments: [SimulatedTreatment]
  ) {
    self.terms = terms
    self.equations = equations
    self.treatments = treatments
  }

  /// The number, equation or treatment that is called just so, with what belongs to it.
  private func exactly(_ word: String) -> ModelExplanation? {
    if let found = terms.first(where: { $0.term.symbol == word }) {
      return ModelExplanation(
        terms: [found], equations: equations.filter { $0.symbols.contains(word) }, treatments: [])
    }
    if let found = equations.first(where: { $0.number == word || "equation \($0.number)" == word })
    {
      return ModelExplanation(
        terms: terms.filter { found.symbols.contains($0.term.symbol) }, equations: [found],
        treatments: [])
    }
    guard let found = treatments.first(where: { $0.id == word }) else { return nil }
    return ModelExplanation(terms: [], equations: [], treatments: [found])
  }
}
