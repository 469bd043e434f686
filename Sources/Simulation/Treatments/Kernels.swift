/// The kernels of a schedule, followed step by step in double precision: they are the same for everybody
/// of an arm, so they are computed once.
struct Kernels {
  private struct Window {
    let treatment: Treatment
    let doses: [Double]
    let left: Double
    let lossLeft: Double
    /// K: how far it is open.
    var open = 0.0
    /// c: what it takes from retrieval.
    var loss = 0.0

    /// One step with a session of a dose, 0 for none; more doses cannot open the window beyond 1.
    ///
    /// - Returns: J·dose, the acute lift.
    mutating func advance(_ dose: Double) -> Double {
      open *= left
      open += min(1, treatment.windowAmplitude * dose) * (1 - open)
      loss = loss * lossLeft + min(1, treatment.retrievalLoss * dose) * (1 - loss)
      // What is left of either after years is nothing, and tiny numbers are slow.
      if open < 1e-12 { open = 0 }
      if loss < 1e-12 { loss = 0 }
      return treatment.acuteLift * dose
    }
  }

  private struct Medicine {
    let treatment: Treatment
    let doses: [Double]
    /// occ: occupancy.
    var occupancy = 0.0

    /// One step of taking what the day says.
    mutating func advance(_ day: Int, rate: Double) {
      occupancy += (treatment.occupancy * doses[day] - occupancy) * rate
    }
  }

  private let schedule: Schedule
  private let parameters: Parameters
  private let steps: Int
  private let occupancyRate: Double
  private let slowDrugRate: Double
  private let expectancyLeft: Double
  private var windows: [Window]
  private var medicines: [Medicine]
  /// B: what long occupancy adds to plasticity.
  private var slowDrug = 0.0
  /// E: expectancy.
  private var expectancy = 0.0

  /// - Parameters:
  ///   - schedule: what happens.
  ///   - parameters: the numbers of the model.
  ///   - steps: steps a day.
  init(_ schedule: Schedule, _ parameters: Parameters, steps: Int) {
    self.schedule = schedule
    self.parameters = parameters
    self.steps = steps
    let part = 1 / Double(steps)
    occupancyRate = 1 - (-part / parameters.occupancyDays).exponential()
    slowDrugRate = 1 - (-part / parameters.occupancyPlasticityDays).exponential()
    expectancyLeft = (-part / parameters.expectancyDays).exponential()
    windows = schedule.sessions.sorted { $0.key.id < $1.key.id }.map { treatment, doses in
      Window(
        treatment: treatment, doses: doses, left: (-part / treatment.windowDays).exponential(),
        lossLeft: (-part / treatment.retrievalLossDays).exponential())
    }
    medicines = schedule.medicines.sorted { $0.key.id < $1.key.id }
      .map { Medicine(treatment: $0.key, doses: $0.value) }
  }

  /// What reaches everybody, step by step.
  static func inputs<N: ModelNumber>(
    _ schedule: Schedule, _ parameters: Parameters, steps: Int = 1
  ) -> [DayInput<N>] {
    var kernels = Kernels(schedule, parameters, steps: steps)
    return (0..<schedule.days).flatMap { day in
      (0..<steps).map { kernels.advance(day: day, begins: $0 == 0) }
    }
  }

  /// Follows the kernels through one step; what happens on a day happens in its first step.
  private mutating func advance<N: ModelNumber>(day: Int, begins: Bool) -> DayInput<N> {
    var (open, left, acute, unoccupied) = (0.0, 1.0, 0.0, 1.0)
    for index in windows.indices {
      let dose = begins ? windows[index].doses[day] : 0
      acute += windows[index].advance(dose)
      open += windows[index].open
      left *= 1 - windows[index].loss
    }
    for index in medicines.indices {
      medicines[index].advance(day, rate: occupancyRate)
      unoccupied *= 1 - medicines[index].occupancy
    }
    let occupancy = 1 - unoccupied
    slowDrug += (occupancy - slowDrug) * slowDrugRate
    let visit = begins ? schedule.visits[day] : 0
    expectancy = expectancy * expectancyLeft + parameters.visitExpectancy * visit
    return DayInput(
      occupancy: N(occupancy), slowDrug: N(slowDrug), window: N(open), retrievalLeft: N(left),
      expectancy: N(expectancy), acute: N(acute), visit: N(visit),
      practice: N(schedule.practice[day]), aimed: N(schedule.aimed[day]),
      event: N(begins ? schedule.events[day] : 0),
      circumstances: N(schedule.circumstances[day]), lifts: acute != 0 || visit != 0,
      practises: schedule.practice[day] != 0)
  }
}
