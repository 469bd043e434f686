extension Experiment {
  /// What mood experiments leave out in their control.
  private static let withoutEmotion = "no emotional context (CMR2): there is no mood"

  /// Mood after events, over quiet moments in each of which something may come to mind.
  private static func moodAfter(
    _ events: [Valence], _ person: SimulatedPerson, moments: Int, counted: Int
  ) -> Double {
    var mind = person.mind(events, moments: moments)
    for event in events.indices { mind.study(event, place: event) }
    return mind.meanMood(wandering: moments, counted: counted)
  }

  /// Many stressors leave more behind than one.
  static let repeatedStressors = Experiment(
    name: "repeated-stressors", title: "Low mood outlasts repeated stressors",
    hypothesis: """
      Stressors in a row are learned in a negative context and cue each other, so that low mood is \
      brought back long after they ended; one stressor is soon over (Cohen & Kahana 2022).
      """,
    procedure: """
      18 events, the last of them negative. In one condition all others are neutral or positive, in the \
      other the 6 before the last are negative too. Then 20 quiet moments follow, in each of which an \
      event may come to mind. Both conditions end with the same event, so that mood begins alike.
      """,
    measure: "mean mood over the last 8 of the 20 moments, -1 to 1", control: withoutEmotion,
    conditions: ["one stressor", "seven in a row"], expected: .falls,
    model: .simulatedLife, controlModel: .simulatedLife.withoutSource,
    weights: [-1, 1]
  ) { person, condition in
    let before = person.shuffled(
      [Valence](repeating: .neutral, count: 8) + [Valence](repeating: .positive, count: 3))
    let row = [Valence](repeating: condition == 0 ? .neutral : .negative, count: 6)
    return moodAfter(before + row + [.negative], person, moments: 20, counted: 8)
  }

  /// Going over it keeps it alive.
  static let rumination = Experiment(
    name: "rumination", title: "Rumination draws low mood out",
    hypothesis: """
      Going over a painful event brings its context back and ties it to ever more moments, so that it \
      comes to mind more easily afterwards and mood recovers later; attention to what is around \
      lets mood fade (Nolen-Hoeksema 1991; Cohen & Kahana 2022).
      """,
    procedure: """
      15 events in an order of the person's own, 5 of each kind, and a negative one at the end. The last \
      event is gone over 0, 3 or 6 times, a moment apart: brought back and learned anew. Then come 8 \
      quiet moments in every condition, so that the event was last felt as long ago, and after them the \
      mind wanders, one thought a moment, for 30 moments.
      """,
    measure: "mean mood over the 30 moments of wandering, -1 to 1; effect for each time gone over",
    control: "the event is brought back as often and not learned anew: mood is there",
    conditions: ["not gone over", "3 times", "6 times"], expected: .falls,
    model: .simulatedLife, controlModel: .simulatedLife, controlLearnsAnew: false,
    weights: slope(of: [0, 3, 6])
  ) { person, condition in
    let events =
      person.shuffled(
        [.negative, .neutral, .positive].flatMap { [Valence](repeating: $0, count: 5) })
      + [.negative]
    var mind = person.mind(events, moments: 44)
    for event in events.indices { mind.study(event, place: event) }
    for _ in 0..<3 * condition {
      mind.quietMoment()
      _ = mind.retrieve(15)
      if person.learnsAnew { mind.learn(15, place: 15) }
    }
    for _ in 0..<8 { mind.quietMoment() }
    return mind.meanMood(wandering: 30, counted: 30)
  }

  /// Pleasant events on the calendar.
  static let eventScheduling = Experiment(
    name: "event-scheduling", title: "Scheduled pleasant events lift mood by their number",
    hypothesis: """
      Each pleasant event moves emotional context at once and leaves a memory that can bring it back, so \
      that mood rises with the dose of behavioural activation (Lewinsohn 1974; Cohen & Kahana 2022).
      """,
    procedure: """
      8 events of a hard time, 6 of them negative. Then 8 scheduled events, of which 0, 2, 4 or 8 are \
      pleasant, at evenly spaced places, and the others neutral. Then 20 quiet moments, in each of \
      which an event may come to mind.
      """,
    measure: "mean mood over the last 8 of the 20 moments, -1 to 1; effect for each pleasant event",
    control: withoutEmotion,
    conditions: ["0 pleasant events", "2", "4", "8"], expected: .rises,
    model: .simulatedLife, controlModel: .simulatedLife.withoutSource,
    weights: slope(of: [0, 2, 4, 8])
  ) { person, condition in
    let hard = person.shuffled(
      [Valence](repeating: .negative, count: 6) + [Valence](repeating: .neutral, count: 2))
    let spacing = [0, 4, 2, 1][condition]
    let scheduled = (1...8).map { place -> Valence in
      spacing > 0 && place % spacing == 0 ? .positive : .neutral
    }
    return moodAfter(hard + scheduled, person, moments: 20, counted: 8)
  }

  /// The more bad events, the lower the mood.
  static let negativeEvents = Experiment(
    name: "negative-events", title: "Mood falls with the share of negative events",
    hypothesis: """
      Mood is the running sum of what happens and what comes back to mind, so that it falls with the share \
      of negative events in a person's days (Cohen & Kahana 2022).
      """,
    procedure: """
      16 events in an order of the person's own, of which 0, 4, 8, 12 or 16 are negative and the others \
      positive. Then 20 quiet moments, in each of which an event may come to mind.
      """,
    measure: "mean mood over the 20 moments, -1 to 1; effect for a share from none to all",
    control: withoutEmotion,
    conditions: ["no negative event", "a quarter", "half", "three quarters", "all"],
    expected: .falls,
    model: .simulatedLife, controlModel: .simulatedLife.withoutSource,
    weights: slope(of: [0, 0.25, 0.5, 0.75, 1])
  ) { person, condition in
    let events = person.shuffled(
      (0..<16).map { $0 < 4 * condition ? .negative : .positive })
    return moodAfter(events, person, moments: 20, counted: 20)
  }
}
