@testable import Simulation

/// Plans and treatments that several tests share.
enum Plans {
  static let ketamine = treatment("ketamine") {
    $0.windowAmplitude = 1
    $0.windowDays = 5.5859
    $0.acuteLift = 2.6483
  }

  static let psilocybin = treatment("psilocybin") {
    $0.windowAmplitude = 1
    $0.windowDays = 10.944
    $0.acuteLift = 0.99579
  }

  static let ect = treatment("ect") {
    $0.windowAmplitude = 0.92611
    $0.windowDays = 8
    $0.acuteLift = 2.2588
    $0.retrievalLoss = 0.0649250634938883
    $0.retrievalLossDays = 14
  }

  static let ssri = treatment("ssri") { $0.occupancy = 0.8 }

  static func treatment(_ id: String, _ change: (inout Treatment) -> Void) -> Treatment {
    var treatment = Treatment(id: id)
    change(&treatment)
    return treatment
  }

  /// The plan `crowded` of Benchmarks/simulation/plain.py: everything happens.
  static func everything() throws -> Schedule {
    var plan = try Schedule(days: 365)
    try plan.take(ssri, on: 20...199)
    for day in [10, 13, 17, 20, 24, 27] { try plan.session(of: ketamine, on: day) }
    for day in [100, 102, 104, 107, 109, 111] { try plan.session(of: ect, on: day) }
    try plan.session(of: psilocybin, on: 250)
    try plan.visit(on: 10, weight: 1.5)
    try plan.visit(on: 100, weight: 1)
    try plan.visit(on: 250, weight: 1.5)
    try plan.practise(2, on: 11...14)
    try plan.practise(2, on: 251...259)
    try plan.stress(on: 60, size: 1)
    try plan.stress(on: 12, size: 0.4)
    try plan.change(circumstances: 0.25, on: 150...199)
    return plan
  }
}

/// A short name for many numbers: FNV-1a of 64 bits over their bits.
struct Fingerprint: Equatable, CustomStringConvertible {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  mutating func add(_ word: UInt32) {
    for shift in stride(from: 0, to: 32, by: 8) {
      value = (value ^ UInt64(word >> shift & 0xFF)) &* 0x100_0000_01b3
    }
  }

  init(_ outcome: Outcome) {
    for trace in Recording.Trace.allCases {
      for number in outcome.traces[trace] ?? [] { add(number.bitPattern) }
    }
    for form in outcome.forms { add(form.bits) }
  }

  var description: String { String(value, radix: 16) }
}
