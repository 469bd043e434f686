extension Experiment {
  /// What is felt now cues what was felt then.
  static let moodCongruentRecall = Experiment(
    name: "mood-congruent-recall", title: "Recall takes the colour of mood",
    hypothesis: """
      Emotional context is part of the cue of recall, so that in a low mood more negative things come \
      to mind (Bower 1981; Cohen & Kahana 2022).
      """,
    procedure: """
      A person studies 18 items in an order of their own: 6 negative, 6 neutral, 6 positive. After a \
      distraction a film sets a negative or a positive mood. Then the first 6 items that come to mind count.
      """,
    measure: "share of negative ones among the emotional items that come to mind, 0 to 1",
    control: "source context does not support items (gamma_emot = 0): mood is there and cannot cue",
    conditions: ["positive film", "negative film"], expected: .rises,
    model: .simulatedLife, controlModel: .simulatedLife.with { $0.sourceToItemRate = 0 },
    weights: [-1, 1]
  ) { person, condition in
    let items = person.shuffled(
      [.negative, .neutral, .positive].flatMap { [Valence](repeating: $0, count: 6) })
    var mind = person.mind(items, moments: 4)
    for item in items.indices { mind.study(item, place: item) }
    mind.quietMoment()
    mind.moveOn(temporal: 0.5, source: 0.8, feeling: condition == 0 ? .positive : .negative)
    let recalled = Set(mind.recall(among: items.indices).prefix(6).map(\.item))
    let negative = Double(recalled.count { items[$0] == .negative })
    let positive = Double(recalled.count { items[$0] == .positive })
    // Half an item on each side keeps the share defined when nothing emotional is recalled.
    return (negative + 0.5) / (negative + positive + 1)
  }

  /// Retrieval in safety ties the event to safety.
  static let exposure = Experiment(
    name: "exposure", title: "Exposure in safety makes distressing intrusions rarer",
    hypothesis: """
      When a painful event is brought back again and again in safety, it is tied to a safe context \
      as well; later it brings back less of the old distress (Foa & Kozak 1986; Cohen & Kahana 2022).
      """,
    procedure: """
      Among 12 neutral events one is painful and learned four times as strongly. Then come 8 meetings in \
      a safe place, whose positive context is met twice in each; in the last 0, 1, 2 or 4 of them the \
      painful event is retrieved in between and learned anew at the end. Afterwards the mind wanders 12 \
      times after quiet moments.
      """,
    measure: """
      times in 12 wanderings that the painful event comes to mind and brings back more than half of the \
      greatest distress; effect for each exposure
      """,
    control: "the event is retrieved as often and not learned anew: distress is there",
    conditions: ["no exposure", "1", "2", "4"], expected: .falls,
    model: .simulatedLife, controlModel: .simulatedLife, controlLearnsAnew: false,
    weights: slope(of: [0, 1, 2, 4])
  ) { person, condition in
    var events = [Valence](repeating: .neutral, count: 12)
    events[8] = .negative
    var mind = person.mind(events, moments: 40)
    for event in events.indices {
      mind.study(event, place: event, strength: event == 8 ? 4 : 1)
    }
    for meeting in 0..<8 {
      mind.moveOn(temporal: 0.5, source: mind.model.parameters.sourceDrift, feeling: .positive)
      let isExposure = meeting >= 8 - [0, 1, 2, 4][condition]
      if isExposure { _ = mind.retrieve(8) }
      // The therapist's room stays safe while the event is told, and as long when it is not.
      mind.moveOn(temporal: 0.5, source: mind.model.parameters.sourceDrift, feeling: .positive)
      if isExposure, person.learnsAnew { mind.learn(8, place: 8) }
    }
    var distressing = 0.0
    for _ in 0..<12 {
      mind.quietMoment()
      guard let thought = mind.wander(among: events.indices), thought == 8 else { continue }
      if mind.retrievedDistress > 0.5 { distressing += 1 }
    }
    return distressing
  }

  /// The weights that give the slope of a measure on a dose.
  static func slope(of doses: [Double]) -> [Double] {
    let mean = doses.reduce(0, +) / Double(doses.count)
    let squares = doses.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return doses.map { ($0 - mean) / squares }
  }
}
