internal import Statistics

/// A simulated experiment on emotional memory: a hypothesis of retrieved-context theory, how it is put to
/// the test in simulated people, and a control that lacks what the effect is said to come from.
///
/// It says what follows from a model. It says nothing of any person.
///
/// ## Topics
/// ### Choosing
/// - ``all``
/// - ``named(_:)``
/// ### Running
/// - ``run(people:seed:onProgress:)``
public struct Experiment: Sendable {
  /// The way an effect is expected to point.
  public enum Direction: String, Hashable, Sendable {
    /// The measure rises from the first condition to the last.
    case rises
    /// The measure falls from the first condition to the last.
    case falls
  }

  /// The name, in lower case with hyphens.
  public let name: String
  /// What the experiment is about, in a few words.
  public let title: String
  /// What the theory says.
  public let hypothesis: String
  /// What is done, step by step.
  public let procedure: String
  /// What is measured and in which unit.
  public let measure: String
  /// What differs in the control, and why the effect should vanish there.
  public let control: String
  /// The conditions, in the order in which the measure is expected to rise or fall.
  public let conditions: [String]
  /// The way the effect is expected to point.
  public let expected: Direction
  /// The model of the average person.
  public let model: MultiListModel
  /// The model of the control.
  public let controlModel: MultiListModel
  /// Whether people of the control can learn anew what is brought back.
  var controlLearnsAnew = true

  /// What each condition counts in the effect of a person; the weights sum to 0.
  let weights: [Double]
  /// The measure for one person in one condition.
  let trial: @Sendable (SimulatedPerson, Int) -> Double

  /// Whether the control shows no effect by construction: it has no emotional context, so that there is
  /// no mood in any condition. Such a control can only show a fault of the program.
  public var isControlEmptyByConstruction: Bool { controlModel.source == .none }

  /// The experiments that exist.
  public static let all: [Experiment] = [
    .moodCongruentRecall, .repeatedStressors, .rumination, .eventScheduling, .exposure,
    .negativeEvents,
  ]

  /// Finds an experiment.
  ///
  /// - Parameter name: its name.
  /// - Returns: the experiment.
  /// - Throws: ``MemoryScienceError/option(_:)`` that lists the names there are.
  public static func named(_ name: String) throws(MemoryScienceError) -> Experiment {
    guard let found = all.first(where: { $0.name == name }) else {
      throw .option(
        "there is no experiment \"\(name)\"; there are "
          + all.map(\.name).joined(separator: ", "))
    }
    return found
  }

  /// The fewest simulated people.
  public static let fewestPeople = 3
  /// The most simulated people.
  public static let mostPeople = 100_000

  /// Runs the experiment and its control.
  ///
  /// Each person goes through all conditions, with the same chances in each. People differ by up to a
  /// fifth in how context drifts and learns. The result depends on the seed alone.
  ///
  /// - Parameters:
  ///   - people: how many people to simulate, 3 to 100,000.
  ///   - seed: the seed.
  ///   - onProgress: is told how many people are done.
  /// - Returns: what came out.
  /// - Throws: ``MemoryScienceError/option(_:)`` for another number of people.
  public func run(
    people: Int, seed: UInt64, onProgress: (Int) -> Void = { _ in }
  ) throws(MemoryScienceError) -> ExperimentResult {
    guard Self.fewestPeople...Self.mostPeople ~= people else {
      throw .option(
        "\(people) people; simulate \(Self.fewestPeople) to \(Self.mostPeople), "
          + "a few hundred give narrow intervals")
    }
    var measures: [[Double]] = []
    var controls: [Double] = []
    for person in 0..<people {
      measures.append(measure(of: SimulatedPerson(model, seed: seed, number: person)))
      controls.append(
        effect(
          measure(
            of: SimulatedPerson(
              controlModel, learnsAnew: controlLearnsAnew, seed: seed, number: person))))
      onProgress(person + 1)
    }
    return ExperimentResult(
      experiment: self, people: people, seed: seed,
      conditions: conditions.indices.map { index in
        .init(name: conditions[index], mean: MeanInterval(measures.map { $0[index] }))
      },
      effect: MeanInterval(measures.map(effect)), controlEffect: MeanInterval(controls))
  }

  private func measure(of person: SimulatedPerson) -> [Double] {
    conditions.indices.map { trial(person, $0) }
  }

  private func effect(_ measures: [Double]) -> Double {
    zip(measures, weights).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
