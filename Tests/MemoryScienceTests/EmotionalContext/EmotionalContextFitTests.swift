import Foundation
import MemoryScience
import Testing

@Suite struct EmotionalContextFitTests {
  private func diary(
    person: Int, days: Int = 30, _ change: (inout SimulatedDiary) -> Void = { _ in }
  ) throws -> [DiaryEntry] {
    var diary = SimulatedDiary()
    diary.days = days
    change(&diary)
    return try diary.entries(seed: 5, person: person)
  }

  /// Ordinary least squares of affect on centred events, by the normal equations.
  private func leastSquares(_ entries: [DiaryEntry]) -> (slope: Double, logLikelihood: Double) {
    let events = entries.compactMap(\.event)
    let mean = events.reduce(0, +) / Double(events.count)
    let pairs = entries.compactMap { entry in
      entry.affect.map { (x: (entry.event ?? mean) - mean, y: $0) }
    }
    let count = Double(pairs.count)
    let (x, y) = (
      pairs.reduce(0) { $0 + $1.x } / count, pairs.reduce(0) { $0 + $1.y } / count
    )
    let slope =
      pairs.reduce(0) { $0 + ($1.x - x) * ($1.y - y) }
      / pairs.reduce(0) { $0 + ($1.x - x) * ($1.x - x) }
    let squares = pairs.reduce(0) {
      let rest = $1.y - y - slope * ($1.x - x)
      return $0 + rest * rest
    }
    let constant = log(2 * Double.pi * squares / count) + 1
    return (slope, -0.5 * count * constant)
  }

  @Test func `without carry-over it is ordinary regression`() throws {
    let entries = try diary(person: 1, days: 6)
    let fit = try EmotionalContextFit(
      .noCarryOver, to: DiarySeries(entries, sensitivity: .single))
    let expected = leastSquares(entries)
    #expect(abs(fit.sensitivities[0].value - expected.slope) < 1e-9)
    #expect(abs(fit.logLikelihood - expected.logLikelihood) < 1e-7)
    #expect(fit.halfLife == nil)
    #expect(fit.kept(after: 0) == 1 && fit.kept(after: 1) == 0)
  }

  /// One person here; script/calibration has a hundred.
  @Test func `finds the parameters that made a diary again`() throws {
    let fit = try EmotionalContextFit(.context, to: DiarySeries(diary(person: 0, days: 9)))
    for (estimate, truth) in zip([fit.baseline] + fit.sensitivities, [4, 0.3, -0.4]) {
      #expect(abs(estimate.value - truth) < 4 * estimate.standardError)
      #expect(estimate.standardError < 0.5)
    }
    #expect((fit.halfLifeInterval.lower ?? 0) < 3 && (fit.halfLifeInterval.upper ?? .infinity) > 3)
    #expect(
      (fit.halfLifeInterval.lower ?? 0) > 0.3 && (fit.halfLifeInterval.upper ?? .infinity) < 30)
  }

  @Test func `the variant that made a diary is the likelier one, either way`() throws {
    for isMomentary in [false, true] {
      let series = try DiarySeries(
        diary(person: 20, days: 6) { $0.isMomentary = isMomentary }, sensitivity: .single)
      let momentary = try EmotionalContextFit(.noCarryOver, to: series).logLikelihood
      let lingering = try EmotionalContextFit(.integrator, to: series).logLikelihood
      #expect(isMomentary ? lingering - momentary < 3 : lingering - momentary > 10)
    }
  }

  @Test func `held-out days favour lingering where events linger and not where they are shuffled`()
    throws
  {
    var gain = 0.0
    var control = 0.0
    for person in 0..<2 {
      let entries = try diary(person: 40 + person, days: 6) {
        $0.contextShare = 0.05
        $0.pleasantEffect = 0.7
        $0.unpleasantEffect = -0.7
      }
      let models = [EmotionalContextModel.noCarryOver, .integrator]
      let real = try DiaryComparison(models, on: DiarySeries(entries, sensitivity: .single))
      gain += try #require(real.gain(of: .integrator, over: .noCarryOver))
      let shuffled = try DiaryComparison(
        models,
        on: DiarySeries(
          DiarySeries.shuffledEvents(entries, seed: 3, person: person), sensitivity: .single))
      control += try #require(shuffled.gain(of: .integrator, over: .noCarryOver))
      #expect(real.gain(of: .context, over: .noCarryOver) == nil)
    }
    #expect(gain > 0.1)
    #expect(control < 0.05)
  }

  @Test func `events in a wrong order keep the same ratings at the rated prompts`() throws {
    let entries = try diary(person: 3, days: 5)
    let shuffled = DiarySeries.shuffledEvents(entries, seed: 1, person: 0)
    #expect(shuffled.compactMap(\.event).sorted() == entries.compactMap(\.event).sorted())
    #expect(shuffled.compactMap(\.event) != entries.compactMap(\.event))
    #expect(zip(shuffled, entries).allSatisfy { ($0.event == nil) == ($1.event == nil) })
    #expect(zip(shuffled, entries).allSatisfy { $0.affect == $1.affect && $0.hour == $1.hour })
  }

  @Test func `half-lives within the depth of support are kept and no others`() throws {
    var values = [Double](repeating: -10, count: SharedHalfLife.tried.count)
    values[0] = 0
    values[2] = 3.5
    values[3] = 5
    values[4] = 4.1
    let own = SharedHalfLife.Profile(
      values: values, control: [Double](repeating: 0, count: values.count))
    let shared = try SharedHalfLife([own, own])
    #expect(shared.halfLife == 1)
    // 3 and 1.8 nats below the best.
    #expect(shared.supported == 1...1.5)
  }

  @Test func `says what is missing`() throws {
    let entries = try diary(person: 1, days: 6)
    func error(_ change: (inout [DiaryEntry]) -> Void) -> MemoryScienceError? {
      var changed = entries
      change(&changed)
      do {
        _ = try DiarySeries(changed)
        return nil
      } catch { return error }
    }
    #expect(error { _ in } == nil)
    #expect(
      error { $0 = Array($0.prefix(12)) }?.description.contains("prompts with affect") == true)
    #expect(
      error { for index in $0.indices { $0[index].day = 1 } }
        == .tooFew(observed: 1, needed: 3, what: "days with affect"))
    #expect(
      error { for index in $0.indices { $0[index].event = $0[index].event.map { max($0, 0) } } }
        == .tooFew(observed: 0, needed: 5, what: "unpleasant events"))
    #expect(
      error { for index in $0.indices where $0[index].affect != nil { $0[index].affect = 2 } }?
        .description.contains("another affect") == true)
    #expect(error { $0[3].hour = .nan }?.description.contains("out of range") == true)
    #expect(error { $0[3].hour = $0[4].hour }?.description.contains("two prompts") == true)
    #expect(error { $0 = [] }?.description.contains("0 observed, 20 needed") == true)
    #expect(throws: MemoryScienceError.self) { try DiarySeries(entries, neutral: .infinity) }
    #expect(throws: MemoryScienceError.self) { try SharedHalfLife([]) }
    #expect(throws: MemoryScienceError.self) {
      try diary(person: 1) { $0.promptsADay = .max }
    }
  }
}
