/// Where a person is: eleven coupled states and what is still felt of an event.
struct PersonState<N: ModelNumber>: Sendable {
  /// m: mood, the affective context, from -1.8 to 1.6.
  var mood: N
  /// P+ and P-: fast strength of positive and negative memories.
  var fastPositive: N
  var fastNegative: N
  /// S+ and S-: slow strength.
  var slowPositive: N
  var slowNegative: N
  /// µ: the core belief, from -1.5 to 1.5.
  var belief: N
  /// π: its precision.
  var precision: N
  /// P: plasticity.
  var plasticity: N
  /// L: stress load.
  var load: N
  /// z: sleep quality.
  var sleep: N
  /// θ: reported severity, in standard deviations of the population.
  var severity: N
  /// What is still felt of events: in steps of a day only those of the day itself.
  var felt: N

  /// A person at the beginning, before any history.
  init(mood start: Double, _ traits: Traits<N>, _ p: Parameters) {
    mood = N(start)
    fastPositive = N(start < 0 ? 1.0 : 1.3)
    fastNegative = N(start < 0 ? 1.3 : 1.0)
    slowPositive = 0.0
    slowNegative = 0.0
    belief = N(0.6 * start)
    precision = 70.0
    plasticity = traits.restingPlasticity
    load = 0.0
    sleep = 0.0
    severity = N(p.reportedSeverity - p.reportedMood * start)
    felt = 0.0
  }
}
