import Knowledge
import Testing

@testable import Windows

/// The forms and their time constants.
struct KernelTests {
  /// Row, peak and time to a quarter in the row's unit, and the two constants as the table of the
  /// clinical notes (section 5) prints them, with the digits after the point that it prints.
  static let table: [(String, Double, Double, (Double, Int), (Double, Int))] = [
    ("ketamine, effect", 1, 10, (0.32, 2), (6.3, 1)),
    ("ketamine, effect, 7 days", 1, 7, (0.385, 3), (4.0, 1)),
    ("ketamine, effect, 14 days", 1, 14, (0.28, 2), (9.2, 1)),
    ("ketamine, record sample", 1, 10, (0.319, 3), (6.26, 2)),
    ("ketamine, spines", 1, 14, (0.28, 2), (9.2, 1)),
    ("ketamine, critical period", 0.5, 2, (0.34, 2), (0.78, 2)),
    ("psilocybin, effect", 7, 42, (3.0, 1), (22.9, 1)),
    ("psilocybin, spines", 2, 35, (0.51, 2), (23.4, 1)),
    ("psychedelics, critical period", 2, 14, (0.77, 2), (8.1, 1)),
    ("TMS course", 5, 36, (1.9, 1), (20.9, 1)),
    ("tDCS session", 20, 90, (11, 0), (41, 0)),
    ("ECT session", 1, 7, (0.385, 3), (4, 0)),
    ("ECT course", 4, 26, (1.6, 1), (14.6, 1)),
    ("ECT volume", 4, 20, (2, 0), (10, 0)),
    ("exercise bout", 15, 60, (10, 0), (23.5, 1)),
    ("SSRI and SNRI", 6, 40, (2.4, 1), (22.7, 1)),
  ]

  @Test(arguments: table.indices)
  func `the solved time constants are those of the table`(row: Int) throws {
    let (name, peak, quarter, rise, decay) = Self.table[row]
    let solved = try #require(TimeConstants(peak: peak, quarter: quarter))
    for (value, (printed, places)) in [(solved.rise, rise), (solved.decay, decay)] {
      let half = 0.5 / (0..<places).reduce(1.0) { power, _ in power * 10 }
      #expect(abs(value - printed) <= half, "\(name): \(value), printed \(printed)")
    }
  }

  @Test func `the resources hold the peaks and quarters of the table`() throws {
    let rows: [(KernelID, Int)] = [
      ("ketamine-effect", 0), ("esketamine-effect", 0), ("ketamine-spines", 4),
      ("ketamine-critical-period", 5), ("psilocybin-effect", 6), ("psilocybin-spines", 7),
      ("psychedelic-critical-period", 8), ("tms-course-effect", 9), ("tdcs-evoked-potential", 10),
      ("ect-session-effect", 11), ("ect-course-effect", 12), ("ect-volume", 13),
      ("exercise-growth-factor", 14), ("reuptake-inhibitor-effect", 15),
    ]
    let definitions = try Samples.definitions.get()
    for (id, row) in rows {
      let kernel = try #require(definitions.kernel(id))
      guard case .biexponential(let peak, let quarter) = kernel.shape else {
        Issue.record("\(id) is not bi-exponential")
        continue
      }
      let unit = kernel.unit.days
      #expect(abs(peak / unit - Self.table[row].1) < 1e-9)
      #expect(abs(quarter / unit - Self.table[row].2) < 1e-9)
    }
    let others = Set(definitions.kernels.map(\.id)).subtracting(rows.map(\.0))
    #expect(others == ["itbs-evoked-potential", "snt-effect", "wake-therapy-effect"])
  }

  /// A search in small steps that knows no formula of the peak.
  private func highest(_ kernel: Kernel, to end: Double) -> Double {
    let days = (1...20_000).map { Double($0) / 20_000 * end }
    return days.max { kernel.level(at: $0) < kernel.level(at: $1) } ?? 0
  }

  @Test(arguments: table.indices)
  func `a kernel peaks at its peak and has fallen to a quarter on its day`(row: Int) throws {
    let (_, peak, quarter, _, _) = Self.table[row]
    let kernel = try #require(Kernel(.biexponential(peak: peak, quarter: quarter)))
    #expect(abs(highest(kernel, to: 3 * peak) - peak) < 1e-3 * peak)
    #expect(abs(kernel.level(at: peak) - 1) < 1e-12)
    #expect(abs(kernel.level(at: quarter) - 0.25) < 1e-9)
    #expect(kernel.level(at: 0) == 0 && kernel.level(at: -1) == 0)
    #expect(kernel.level(at: quarter * 1.01) < 0.25)
  }

  @Test func `an alpha form peaks at its time and a box is open within it alone`() throws {
    let alpha = try #require(Kernel(.alpha(peak: 20)))
    #expect(abs(highest(alpha, to: 60) - 20) < 0.01)
    #expect(abs(alpha.level(at: 20 * KernelShape.leastQuarterRatio) - 0.25) < 1e-9)
    let box = try #require(Kernel(.box(opens: 2, closes: 7)))
    #expect([1.9, 2, 7, 7.1].map(box.level) == [0, 1, 1, 0])
    let fading = try #require(Kernel(.boxThenExponential(opens: 2, closes: 7, decay: 42)))
    #expect([1.9, 2, 7].map(fading.level) == [0, 1, 1])
    // 7 days and 42·ln 4 days.
    #expect(abs(fading.level(at: 65.224_363_168) - 0.25) < 1e-9)
  }

  @Test(arguments: [
    KernelShape.biexponential(peak: 1, quarter: 3.6), .biexponential(peak: 1, quarter: .infinity),
    .biexponential(peak: 0, quarter: 1), .biexponential(peak: -1, quarter: 10),
    .biexponential(peak: .nan, quarter: 10), .alpha(peak: 0), .alpha(peak: .infinity),
    .box(opens: 2, closes: 1), .box(opens: -1, closes: 1),
    .boxThenExponential(opens: 0, closes: 1, decay: 0),
  ])
  func `a shape that no form can meet gives none`(shape: KernelShape) {
    #expect(Kernel(shape) == nil)
  }

  @Test func `constants that are nearly equal are the alpha form`() throws {
    let kernel = try #require(
      Kernel(.biexponential(peak: 1, quarter: KernelShape.leastQuarterRatio * (1 + 1e-8))))
    let alpha = try #require(Kernel(.alpha(peak: 1)))
    for day in [0.1, 0.5, 1, 2, 5] {
      #expect(abs(kernel.level(at: day) - alpha.level(at: day)) < 1e-6)
    }
  }

  @Test func `a definition enters its own layer and no other`() throws {
    let definition = try #require(Samples.definitions.get().kernel("ketamine-spines"))
    #expect(LayeredKernel<RodentPlasticity>(definition) != nil)
    #expect(LayeredKernel<AntidepressantEffect>(definition) == nil)
    #expect(LayeredKernel<HumanBiomarker>(definition) == nil)
  }
}
