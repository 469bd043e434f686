/// One day of a life: equations (1) to (11) of the model, one text for all kinds of number.
///
/// The equations are numbered as in the module's README. An hour is the same step with the coefficients
/// of an hour.
struct DayStep<N: ModelNumber>: Sendable {
  let c: Coefficients<N>
  /// The chance that practice is done.
  let adherence: N

  /// - Parameters:
  ///   - parameters: the numbers of the model.
  ///   - steps: steps a day: 1, or 24 for hours.
  init(_ parameters: Parameters, steps: Int = 1) {
    c = Coefficients(parameters, steps: steps)
    adherence = N(parameters.adherence)
  }

  /// What the memory equations need of the others.
  private struct Passing {
    /// e': the day as it is perceived.
    var perceived: N
    /// q: the chance that a positive memory comes.
    var positive: N
    /// R: the affect of what is remembered.
    var retrieved: N
    /// 1 + r_K·Wn.
    var relaxed: N
    /// Pe: effective plasticity.
    var plasticity: N
    /// con: the share that is consolidated.
    var consolidation: N
    /// u: practice that is done.
    var practice: N
  }

  /// Lives one step.
  ///
  /// - Parameters:
  ///   - s: the state; it becomes that of the end of the step.
  ///   - person: who lives it.
  ///   - day: what reaches everybody.
  ///   - chance: what reaches this person.
  /// - Returns: q, the chance that a positive memory comes.
  @inline(__always)
  func advance(
    _ s: inout PersonState<N>, _ person: Traits<N>, _ day: DayInput<N>, _ chance: DayNoise<N>
  ) -> N {
    let window = (person.sensitivity * day.window).atMost(2.0)
    endure(&s, person, day, chance)
    var passing = recall(s, person, day, chance, window)
    feel(&s, person, day, chance, passing)
    sleep(&s, chance)
    adapt(&s, person, day, window, &passing)
    if day.practises {
      passing.practice = day.practice.chosen(
        where: chance.adherence.isBelow(adherence), else: 0.0)
    }
    learn(&s, day, passing)
    believe(&s, passing)
    // (11) report: about a week is remembered
    let reported = c.report0 - c.report1 * s.mood + person.reporting
    s.severity = s.severity + (reported - s.severity) * c.reportRate
    return passing.positive
  }

  /// Events: size exponential, capped; the load fades over months.
  @inline(__always)
  private func endure(
    _ s: inout PersonState<N>, _ person: Traits<N>, _ day: DayInput<N>, _ chance: DayNoise<N>
  ) {
    var size = day.event
    let struck = chance.event.isBelow(person.eventRate)
    if N.any(struck) {
      let share = (chance.event / person.eventRate).within(1e-9, 1.0)
      let drawn = (0.0 - share.logarithm() * c.eventSize).atMost(c.greatestEvent)
      size = size + drawn.chosen(where: struck, else: 0.0)
    }
    s.load = s.load * c.loadLeft + size
    s.felt = s.felt * c.felt + size
  }

  /// (1) to (4), and the relaxation of (5): the day is perceived, memories come.
  @inline(__always)
  private func recall(
    _ s: PersonState<N>, _ person: Traits<N>, _ day: DayInput<N>, _ chance: DayNoise<N>, _ window: N
  ) -> Passing {
    let drug = person.sensitivity * day.occupancy
    // (1) perceived day
    let quality = person.circumstances + day.circumstances + c.experienceNoise * chance.experience
    let coloured = c.moodBias * s.mood + c.occupancyExperience * drug
    let perceived = quality + coloured - 0.5 * s.felt
    // (2) balance
    let positive = (s.fastPositive + s.slowPositive).atLeast(0.1)
    let negative = (s.fastNegative + s.slowNegative).atLeast(0.1)
    let balance = (positive / negative).logarithm()
    // (3) retrieval: mood is part of the cue
    let cue = c.kappa * balance + person.moodCongruence * s.mood + c.occupancyRetrieval * drug
    let share = cue.logistic()
    // (4) retrieved affect
    let retrieved = day.retrievalLeft * (2.0 * share - 1.0)
    return Passing(
      perceived: perceived, positive: share, retrieved: retrieved,
      relaxed: 1.0 + c.windowRelaxation * window, plasticity: 0.0, consolidation: 0.0,
      practice: 0.0)
  }

  /// (5) and (6): mood.
  @inline(__always)
  private func feel(
    _ s: inout PersonState<N>, _ person: Traits<N>, _ day: DayInput<N>, _ chance: DayNoise<N>,
    _ passing: Passing
  ) {
    // (5) effective precision and the weight of the belief
    let effective = s.precision / passing.relaxed
    let weight = effective / (effective + c.reference)
    // (6) mood follows what is remembered, believed, lived and slept
    let mind = c.retrieval * passing.retrieved + c.belief * weight * s.belief
    let life = c.experience * passing.perceived + c.sleep * s.sleep - c.stress * s.load
    let target = mind + life + day.expectancy * person.expectancy
    var mood = c.rho * s.mood + c.restOfRho * target + c.moodNoise * chance.mood
    if day.lifts {
      let room = (0.6 - mood).within(0.0, 1.2)
      let lift =
        person.sensitivity * day.acute + c.visitLift * (person.expectancy * day.visit)
      mood = mood + room * (1.0 - (0.0 - lift).exponential())
    }
    s.mood = mood.within(-1.8, 1.6)
  }

  /// (7): sleep.
  @inline(__always)
  private func sleep(_ s: inout PersonState<N>, _ chance: DayNoise<N>) {
    let target = c.sleepMood * s.mood - c.sleepStress * s.load
    s.sleep = c.sleepInertia * s.sleep + c.restOfSleep * target + c.sleepNoise * chance.sleep
  }

  /// (8): plasticity.
  @inline(__always)
  private func adapt(
    _ s: inout PersonState<N>, _ person: Traits<N>, _ day: DayInput<N>, _ window: N,
    _ passing: inout Passing
  ) {
    let low = (0.0 - s.mood).atLeast(0.0)
    let resting = person.restingPlasticity - c.moodCost * low - c.stressCost * s.load
    let target = resting.atLeast(0.15) + c.occupancyPlasticity * day.slowDrug
    s.plasticity = s.plasticity + (target - s.plasticity) * c.plasticityRate
    let rested = 1.0 + c.sleepGain * s.sleep.within(-1.0, 1.0)
    let open = s.plasticity + c.windowPlasticity * window
    passing.plasticity = (open * rested).atLeast(0.05)
    passing.consolidation = c.consolidation * rested
  }

  /// (9): memories are laid down, come back, are practised, fade and are consolidated.
  @inline(__always)
  private func learn(_ s: inout PersonState<N>, _ day: DayInput<N>, _ passing: Passing) {
    let rate = c.eta * passing.plasticity
    let congruence = c.congruentEncoding * s.mood
    let reactivation = c.reactivation * day.retrievalLeft
    let practice = c.practiceEncoding * passing.practice
    let good = passing.perceived.atLeast(0.0) * (1.0 + congruence)
    let bad = (0.0 - passing.perceived).atLeast(0.0) * (1.0 - congruence)
    let gain = good + reactivation * passing.positive + practice * (1.0 - day.aimed)
    let loss = bad + reactivation * (1.0 - passing.positive) - practice * day.aimed
    let leaving = c.forgetting + passing.consolidation
    let abovePositive = s.fastPositive - 0.5
    let aboveNegative = s.fastNegative - 0.5
    s.fastPositive = (s.fastPositive + rate * gain - leaving * abovePositive).atLeast(0.1)
    s.fastNegative = (s.fastNegative + rate * loss - leaving * aboveNegative).atLeast(0.1)
    s.slowPositive =
      s.slowPositive + passing.consolidation * abovePositive - c.slowForgetting * s.slowPositive
    s.slowNegative =
      s.slowNegative + passing.consolidation * aboveNegative - c.slowForgetting * s.slowNegative
  }

  /// (10): the belief is a Kalman filter whose volatility is plasticity.
  @inline(__always)
  private func believe(_ s: inout PersonState<N>, _ passing: Passing) {
    let drifted = s.precision / (1.0 + c.volatility * passing.plasticity * s.precision)
    let gain = c.observation / (drifted / passing.relaxed + c.observation)
    let evidence = passing.perceived + 0.5 * passing.retrieved
    let seen = evidence + c.practiceEvidence * passing.practice
    s.belief = (s.belief + gain * (seen - s.belief)).within(-1.5, 1.5)
    s.precision = (drifted + c.observation).atMost(400.0)
  }
}
