import Foundation
import TestKit
import Testing

@testable import Simulation

/// The model in double precision beside the same equations written apart from it in plain Python.
@Suite struct ReferenceTests {
  /// One line of `Benchmarks/simulation/vectors.csv`.
  private struct Line {
    let plan: String
    let person: Int
    let day: Int
    let values: [Double]
    let total: Int
  }

  private static let traces: [Recording.Trace] = [
    .mood, .retrieval, .severity, .balance, .belief, .load, .sleep,
  ]

  private func lines() throws -> [Line] {
    let file = SharedData.checkout.appending(path: "Benchmarks/simulation/vectors.csv")
    let text = try String(contentsOf: file, encoding: .utf8)
    return text.split(separator: "\n").dropFirst().compactMap { line in
      let cells = line.split(separator: ",").map(String.init)
      guard cells.count == 12, let person = Int(cells[1]), let day = Int(cells[2]),
        let total = Int(cells[11])
      else { return nil }
      // The precision, cell 8, is no trace.
      let values = (3...10).filter { $0 != 8 }.compactMap { Double(cells[$0]) }
      return Line(plan: cells[0], person: person, day: day, values: values, total: total)
    }
  }

  private func outcome(_ plan: Schedule) throws -> Outcome {
    let simulator = Simulator(seed: 1, threads: 1)
    let born = try simulator.population(6, burnIn: 1)
    // 300 days before, in double precision like the rest.
    let start = Cohort(
      people: born.people, baseline: [], advantage: 0,
      states: born.people.map {
        PersonState(
          mood: -0.9, Traits(Draws(seed: 1, people: $0), Parameters()), Parameters())
      })
    let waiting = try Schedule(days: 300)
    let before = try simulator.lives(Double.self, [waiting], on: start, from: -300, .sums)
    return try simulator.lives(
      Double.self, [plan], on: before[0].end, from: 1000,
      Recording(traces: ReferenceTests.traces))[0]
  }

  @Test(arguments: ["nothing", "everything"])
  func `six people live the same year in Swift and in Python`(name: String) throws {
    let lines = try lines().filter { $0.plan == name }
    #expect(lines.count == 318)
    let outcome = try outcome(name == "nothing" ? Schedule(days: 365) : Plans.everything())
    var greatest = 0.0
    for line in lines {
      for (trace, value) in zip(ReferenceTests.traces, line.values) {
        let ours = try #require(outcome.traces[trace])[line.person * 365 + line.day]
        greatest = max(greatest, abs(Double(ours) - value) / max(1, abs(value)))
      }
      let form = outcome.forms[line.person * outcome.formDays.count + line.day / 7]
      #expect(form.total == line.total, "\(line.plan) \(line.person) day \(line.day)")
    }
    // What traces are kept in has 24 bits.
    #expect(greatest < 1e-7)
  }

  @Test func `single precision stays within 1e-4 of the reference over a year`() throws {
    let simulator = Simulator(seed: 5, threads: 1)
    let people = try simulator.population(48, burnIn: 1)
    let plan = try Plans.everything()
    let kept = Recording(keepsForms: true, traces: [.mood, .severity, .balance])
    let reference = try simulator.lives(Double.self, [plan], on: people, from: 1000, kept)[0]
    let core = try simulator.lives(Lanes.self, [plan], on: people, from: 1000, kept)[0]
    for trace in kept.traces {
      let pairs = zip(reference.traces[trace] ?? [], core.traces[trace] ?? [])
      let greatest = pairs.reduce(0) { max($0, abs($1.0 - $1.1)) }
      #expect(greatest < 1e-4, "\(trace)")
    }
    #expect(reference.counts == core.counts)
  }
}
