import Inference
import Knowledge
import PatientRecord
import TestKit
import Time

@testable import Care

/// Effects on answers that swing by a fixed rule, so that what happened is what a test wrote.
enum EffectFixture {
  private static func series(_ lift: (Int) -> Double) throws -> TrajectorySeries {
    try TrajectorySeries(
      (0..<40).map { day in
        let swing = 0.4 * (Double((day * 37) % 11) / 5 - 1)
        return .init(time: Double(day), value: 5 + swing + lift(day))
      })
  }

  private static func analysis(
    _ intervention: Intervention, events: [ConcurrentEvent] = [], _ lift: (Int) -> Double
  ) throws -> InterventionAnalysis {
    try InterventionAnalysis(
      of: intervention, on: try series(lift), model: .localLevel, method: .maximumLikelihood,
      events: events)
  }

  private static let found = Result {
    try analysis(
      Intervention(.step, at: [20]),
      events: [.init(name: "a move of house", time: 23), .init(name: "an old event", time: 2)]
    ) { $0 >= 20 ? 2 : 0 }
  }
  private static let nothing = Result {
    try analysis(Intervention(.step, at: [20])) { _ in 0 }
  }
  private static let elsewhere = Result {
    try analysis(Intervention(.step, at: [14])) { $0 >= 27 ? 2 : 0 }
  }
  private static let sessions = Result {
    try analysis(Intervention(.decay, at: [12, 20, 28])) { day in
      [12, 20, 28].reduce(0) { day >= $1 && day < $1 + 4 ? $0 + 2 : $0 }
    }
  }

  static func dose(_ from: Double? = 137.5, _ to: Double = 62.5) throws -> EffectsPart.Change {
    .dose(
      substance: "Examplomine", from: try from.map { try Quantity($0, .milligram) },
      to: try Quantity(to, .milligram))
  }

  static func part(
    _ change: EffectsPart.Change, day: Int, _ analysis: Finding<InterventionAnalysis>,
    _ multiverse: Multiverse? = nil
  ) throws -> EffectsPart {
    EffectsPart(
      item: "mood", scale: try .tenPoints(), origin: Fixture.day(0),
      effects: [
        .init(change: change, day: Fixture.day(day), analysis: analysis, multiverse: multiverse)
      ], earlierCount: 2, basis: Fixture.basis(0..<40))
  }

  /// A lift of two points on the day of the change, with a move of house at about the same time.
  static func clear() throws -> EffectsPart {
    let holding = Multiverse([
      .init(.main, estimate: 2, standardError: 0.2, isPositive: true),
      .init(.withoutOutliers, estimate: 0.1, standardError: 0.2, isPositive: true),
    ])
    return try part(try dose(), day: 20, .found(try found.get()), holding)
  }

  /// Nothing happened.
  static func none() throws -> EffectsPart {
    try part(.course(name: "Group course"), day: 20, .found(try nothing.get()))
  }

  /// The lift came a fortnight after the change.
  static func late() throws -> EffectsPart {
    try part(try dose(nil, 20), day: 14, .found(try elsewhere.get()))
  }

  /// Lifts of a few days after each session.
  static func fading() throws -> EffectsPart {
    let days = [12, 20, 28].map(Fixture.day)
    return try part(.sessions(kind: .tms, days: days), day: 12, .found(try sessions.get()))
  }

  static func refused() throws -> EffectsPart {
    try part(
      try dose(), day: 38,
      .notYet(
        NotYet("Not enough days yet for an effect: 2 so far, 7 needed.", observed: 2, needed: 7)))
  }
}
