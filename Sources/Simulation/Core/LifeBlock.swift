/// Lives the days of a block of people, as many at once as a number holds.
struct LifeBlock<N: ModelNumber>: Sendable {
  /// What a block of people leaves behind.
  struct Result: Sendable {
    var counts: [FormCounts]
    var forms: [Form] = []
    var traces: [[Float]]
    var states: [PersonState<Double>] = []
  }

  let parameters: Parameters
  let seed: UInt32
  let replicate: UInt32
  let inputs: [DayInput<N>]
  let firstDay: Int
  let recording: Recording
  let step: DayStep<N>
  let form: FormDraw<N>

  init(
    _ parameters: Parameters, seed: UInt32, replicate: UInt32, schedule: Schedule, firstDay: Int,
    recording: Recording
  ) {
    self.parameters = parameters
    self.seed = seed
    self.replicate = replicate
    self.firstDay = firstDay
    self.recording = recording
    inputs = Kernels.inputs(schedule, parameters)
    step = DayStep(parameters)
    form = FormDraw(.phq9, parameters)
  }

  /// How many forms each person fills in.
  var formCount: Int { (inputs.count - 1) / recording.formEvery + 1 }

  /// Lives the days of some people of a cohort.
  func run(_ cohort: Cohort, _ range: Range<Int>) -> Result {
    var result = Result(
      counts: Array(repeating: FormCounts(), count: formCount),
      traces: recording.traces.map { _ in
        [Float](repeating: 0, count: range.count * inputs.count)
      })
    result.states.reserveCapacity(range.count)
    if recording.keepsForms {
      result.forms = Array(repeating: Form(bits: 0), count: range.count * formCount)
    }
    for start in stride(from: range.lowerBound, to: range.upperBound, by: N.people) {
      live(cohort, start..<min(start + N.people, range.upperBound), of: range, &result)
    }
    return result
  }

  /// Lives the days of the people that one number holds.
  private func live(
    _ cohort: Cohort, _ group: Range<Int>, of range: Range<Int>, _ result: inout Result
  ) {
    // Places beyond the last person repeat the last one and are dropped.
    let place = { (lane: Int) in min(group.lowerBound + lane, group.upperBound - 1) }
    let draws = Draws<N>(
      seed: seed, people: N.Word(people: { cohort.people[place($0)] }), replicate: replicate)
    let person = Traits(draws, parameters, advantage: cohort.advantage)
    var state = PersonState<N>(people: { cohort.states[place($0)] })
    for day in inputs.indices {
      let chance = DayNoise(draws, day: firstDay + day)
      let positive = step.advance(&state, person, inputs[day], chance)
      if day % recording.formEvery == 0 {
        let bits = form.bits(draws, day: firstDay + day, state, person)
        for index in group {
          let form = Form(bits: UInt32(bits[person: index - group.lowerBound]))
          let week = day / recording.formEvery
          let baseline = cohort.baseline.isEmpty ? nil : cohort.baseline[index]
          result.counts[week].add(form, baseline: baseline)
          if recording.keepsForms {
            result.forms[(index - range.lowerBound) * formCount + week] = form
          }
        }
      }
      for (slot, trace) in recording.traces.enumerated() {
        let value = state.value(of: trace, positive)
        for index in group {
          result.traces[slot][(index - range.lowerBound) * inputs.count + day] =
            Float(value[person: index - group.lowerBound])
        }
      }
    }
    result.states += group.map { state.person($0 - group.lowerBound) }
  }
}
