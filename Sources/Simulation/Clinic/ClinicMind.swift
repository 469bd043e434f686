/// The course of one person of a clinic: the model's state and the kernels of what the person is given.
///
/// The equations are those of ``DayStep`` in single precision. What reaches the person is decided day
/// by day, because the care of a clinic answers to how the person is.
struct ClinicMind: Sendable {
  /// What happens to the person on one day.
  struct Day {
    /// The share of the transporter that the medicine of today would occupy in the end.
    var occupancy = 0.0
    /// The sessions of today.
    var sessions: [Treatment] = []
    /// How much of a visit today is: an ordinary first visit weighs 1.
    var visit = 0.0
    /// Units of practice asked for.
    var practice = 0.0
  }

  private struct Window {
    let treatment: Treatment
    var open = 0.0
    var loss = 0.0
  }

  private(set) var state: PersonState<Float>
  let traits: Traits<Float>
  private let step: DayStep<Float>
  private let parameters: Parameters
  private let draws: Draws<Float>
  private let forms: FormDraw<Float>
  private var windows: [Window] = []
  private var occupancy = 0.0
  private var slowDrug = 0.0
  private var expectancy = 0.0

  /// Days lived before the first form.
  private static let runIn = 300
  /// The least total of the form on which somebody is taken into care.
  static let leastTotal = 10
  /// What the circumstances of people in psychiatric care are worse by than those of people in trials:
  /// chosen so that about as many are better after 12 and 24 weeks as in practice (docs/invented-clinic.md).
  private static let advantage = -0.14
  /// After so many lives of the same person none of which was ill enough, the last one is taken.
  private static let candidates: UInt32 = 200

  /// Looks through the possible lives of a person for one that brings them to the clinic.
  ///
  /// - Parameters:
  ///   - seed: the seed of the clinic.
  ///   - person: the number of the person.
  ///   - core: what is the same for everybody.
  init(seed: UInt32, person: UInt32, _ core: ClinicCore) {
    var mind = ClinicMind(seed: seed, person: person, life: 0, core)
    for life in 0..<ClinicMind.candidates {
      mind = ClinicMind(seed: seed, person: person, life: life, core)
      for day in -ClinicMind.runIn..<0 { mind.live(day, Day()) }
      if mind.form(on: -1).total >= ClinicMind.leastTotal { break }
    }
    self = mind
  }

  private init(seed: UInt32, person: UInt32, life: UInt32, _ core: ClinicCore) {
    draws = Draws(seed: seed, people: person, replicate: life)
    parameters = core.parameters
    step = core.step
    forms = core.forms
    traits = Traits(draws, core.parameters, advantage: ClinicMind.advantage)
    state = PersonState(mood: -0.9, traits, core.parameters)
  }

  /// Lives a day; day 0 is the first day of care.
  mutating func live(_ day: Int, _ happening: Day) {
    let input = input(happening)
    _ = step.advance(&state, traits, input, DayNoise(draws, day: day))
  }

  /// The form as the person would fill it in at the end of a day.
  func form(on day: Int) -> Form {
    Form(bits: UInt32(forms.bits(draws, day: day, state, traits)))
  }

  /// Follows the kernels through a day, as ``Kernels`` does for a whole arm.
  private mutating func input(_ day: Day) -> DayInput<Float> {
    occupancy += (day.occupancy - occupancy) * ClinicMind.rate(parameters.occupancyDays)
    slowDrug += (occupancy - slowDrug) * ClinicMind.rate(parameters.occupancyPlasticityDays)
    for treatment in day.sessions where !windows.contains(where: { $0.treatment == treatment }) {
      windows.append(Window(treatment: treatment))
    }
    var (open, left, acute) = (0.0, 1.0, 0.0)
    for index in windows.indices {
      let treatment = windows[index].treatment
      let dose = day.sessions.contains(treatment) ? 1.0 : 0
      windows[index].open *= 1 - ClinicMind.rate(treatment.windowDays)
      windows[index].open += treatment.windowAmplitude * dose * max(0, 1 - windows[index].open)
      windows[index].loss *= 1 - ClinicMind.rate(treatment.retrievalLossDays)
      windows[index].loss += treatment.retrievalLoss * dose * (1 - windows[index].loss)
      acute += treatment.acuteLift * dose
      open += windows[index].open
      left *= 1 - windows[index].loss
    }
    expectancy *= 1 - ClinicMind.rate(parameters.expectancyDays)
    expectancy += parameters.visitExpectancy * day.visit
    return DayInput(
      occupancy: Float(occupancy), slowDrug: Float(slowDrug), window: Float(open),
      retrievalLeft: Float(left), expectancy: Float(expectancy), acute: Float(acute),
      visit: Float(day.visit), practice: Float(day.practice), aimed: 0, event: 0, circumstances: 0,
      lifts: acute != 0 || day.visit != 0, practises: day.practice != 0)
  }

  /// The share that a day takes of what fades with a time constant.
  private static func rate(_ days: Double) -> Double { 1 - (-1 / days).exponential() }
}

/// What the model needs and everybody shares.
struct ClinicCore: Sendable {
  let parameters = Parameters()
  let step: DayStep<Float>
  let forms: FormDraw<Float>

  init() {
    step = DayStep(parameters)
    forms = FormDraw(.phq9, parameters)
  }
}
