import Care
import Knowledge
import Testing

@Suite struct OccupancyTests {
  private func model(_ id: MedicineID) throws -> OccupancyModel {
    let record = try #require(try Bundled.knowledge.get().tapers.records[id])
    return try #require(record.occupancy.model)
  }

  /// The published points, from the notes that the resources were written from.
  static let published: [(dose: Double, occupancy: Double)] = [
    (60, 87.8), (40, 85.9), (20, 80.5), (9.1, 70), (5.4, 60), (3.4, 50), (2.3, 40), (1.5, 30),
    (0.8, 20), (0.37, 10),
  ]

  @Test(arguments: published)
  func `citalopram comes within 10 percent of every published dose`(
    _ point: (dose: Double, occupancy: Double)
  ) throws {
    let dose = try model("citalopram").dose(atOccupancy: point.occupancy)
    #expect(abs(dose - point.dose) <= 0.1 * point.dose)
  }

  @Test func `another medicine's parameters miss those points`() throws {
    let other = try model("paroxetine")
    let misses = Self.published.filter {
      abs(other.dose(atOccupancy: $0.occupancy) - $0.dose) > 0.1 * $0.dose
    }
    #expect(misses.count == Self.published.count)
  }

  @Test func `vortioxetine gives a half, two thirds and four fifths`() throws {
    let model = try model("vortioxetine")
    #expect(model.occupancy(atDose: 5) == 50)
    #expect(abs(model.occupancy(atDose: 10) - 66.7) < 0.05)
    #expect(model.occupancy(atDose: 20) == 80)
  }

  /// About 80 % at the smallest effective dose, 83 % for paroxetine, 82 % for venlafaxine.
  @Test(
    arguments: [
      ("escitalopram", 10.0, 80.0), ("paroxetine", 20, 83), ("sertraline", 50, 80),
      ("fluoxetine", 20, 80), ("venlafaxine", 75, 82),
    ] as [(MedicineID, Double, Double)])
  func `each model meets its anchor`(_ id: MedicineID, _ dose: Double, _ occupancy: Double) throws {
    #expect(abs(try model(id).occupancy(atDose: dose) - occupancy) < 1)
  }

  @Test func `dose and occupancy undo each other, and rise together`() throws {
    let model = try model("sertraline")
    var last = -1.0
    for dose in stride(from: 0.0, through: 400, by: 0.5) {
      let occupancy = model.occupancy(atDose: dose)
      #expect(occupancy > last && occupancy < model.maximum)
      #expect(abs(model.dose(atOccupancy: occupancy) - dose) < 1e-9 * (1 + dose))
      last = occupancy
    }
    #expect(model.dose(atOccupancy: 95) == .infinity && model.dose(atOccupancy: -1) == 0)
  }

  /// 92 · 20 / (2.85 · exp(±1.96 · 0.4) + 20).
  @Test func `the band is that of a log-normal half-maximal dose`() throws {
    let curve = OccupancyCurve(try model("citalopram"), holding: 0.95)
    let twenty = curve.occupancy(at: try ExactDose(milligrams: 20))
    #expect(abs(twenty.band.lowerBound - 70.1165) < 1e-3)
    #expect(abs(twenty.band.upperBound - 86.3799) < 1e-3)
    #expect(twenty.band.contains(twenty.points))
  }

  @Test func `the band of a fall holds every half-maximal dose within its own`() throws {
    let curve = OccupancyCurve(try model("citalopram"), holding: 0.95)
    for (high, low) in [(40.0, 13.6), (7.4, 4.6), (2, 1.4), (0.2, 0), (4, 2)] {
      let fall = curve.fall(
        from: try ExactDose(milligrams: high), to: try ExactDose(milligrams: low))
      var seen: [Double] = []
      for step in 0...200 {
        let ends = curve.halfMaximal
        let dose = ends.lowerBound + (ends.upperBound - ends.lowerBound) * Double(step) / 200
        seen.append(92 * high / (dose + high) - 92 * low / (dose + low))
      }
      let (least, most) = (try #require(seen.min()), try #require(seen.max()))
      #expect(fall.band.lowerBound <= least + 1e-9 && fall.band.upperBound >= most - 1e-9)
      #expect(abs(fall.band.lowerBound - least) < 0.05 && abs(fall.band.upperBound - most) < 0.05)
    }
  }
}
