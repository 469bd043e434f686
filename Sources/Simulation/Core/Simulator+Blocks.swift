internal import Dispatch
internal import Synchronization

extension Simulator {
  /// Runs schedules with one kind of number: ``Lanes`` for speed, `Float` for one lane of it, `Double`
  /// for the reference.
  func lives<N: ModelNumber>(
    _ kind: N.Type, _ schedules: [Schedule], on cohort: Cohort, from day: Int,
    _ recording: Recording, _ replicate: UInt32 = 0
  ) throws(SimulationError) -> [Outcome] {
    try SimulationError.check(day, "the first day", in: -90_000...1_000_000_000)
    try SimulationError.check(
      recording.formEvery, "the number of days between forms", in: 1...Schedule.greatestDays)
    try SimulationError.check(
      cohort.count, "the number of people", in: 1...Simulator.greatestPeople)
    let arms = schedules.map {
      LifeBlock<N>(
        parameters, seed: seed, replicate: replicate, schedule: $0, firstDay: day,
        recording: recording)
    }
    let blocks = stride(from: 0, to: cohort.count, by: Simulator.blockSize).map {
      $0..<min($0 + Simulator.blockSize, cohort.count)
    }
    let results = Simulator.inParallel(arms.count * blocks.count, threads: threads) { index in
      arms[index / blocks.count].run(cohort, blocks[index % blocks.count])
    }
    return arms.indices.map { arm in
      let own = results[arm * blocks.count..<(arm + 1) * blocks.count]
      return Simulator.merged(own, of: arms[arm], cohort)
    }
  }

  /// Puts blocks together in their order.
  private static func merged<N>(
    _ results: ArraySlice<LifeBlock<N>.Result>, of arm: LifeBlock<N>, _ cohort: Cohort
  ) -> Outcome {
    var counts = [FormCounts](repeating: FormCounts(), count: arm.formCount)
    for result in results {
      for index in counts.indices { counts[index].add(result.counts[index]) }
    }
    let traces = arm.recording.traces.enumerated().map { slot, trace in
      (trace, results.flatMap { $0.traces[slot] })
    }
    return Outcome(
      people: cohort.count, days: arm.inputs.count,
      formDays: (0..<arm.formCount).map { $0 * arm.recording.formEvery }, counts: counts,
      forms: results.flatMap(\.forms), traces: Dictionary(traces) { first, _ in first },
      end: Cohort(
        people: cohort.people, baseline: cohort.baseline, advantage: cohort.advantage,
        states: results.flatMap(\.states)))
  }

  /// Computes pieces on several threads; what is returned is in the order of the pieces.
  static func inParallel<Value: Sendable>(
    _ count: Int, threads: Int, _ body: @Sendable (Int) -> Value
  ) -> [Value] {
    guard threads > 1, count > 1 else { return (0..<count).map(body) }
    let results = Mutex<[Value?]>(Array(repeating: nil, count: count))
    let next = Mutex(0)
    DispatchQueue.concurrentPerform(iterations: min(threads, count)) { _ in
      while true {
        let piece = next.withLock { next in
          defer { next += 1 }
          return next
        }
        guard piece < count else { return }
        let value = body(piece)
        results.withLock { $0[piece] = value }
      }
    }
    return results.withLock { $0.compactMap(\.self) }
  }
}
