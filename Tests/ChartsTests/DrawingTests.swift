import Testing

@testable import Charts

struct NumberTextTests {
  @Test(arguments: [
    (0.0, 1, "0.0"), (-0.0, 1, "0.0"), (-0.04, 1, "0.0"), (-0.05, 1, "−0.1"), (2.5, 0, "3"),
    (-2.5, 0, "−3"), (1.005, 1, "1.0"), (9.96, 1, "10.0"), (1234.5678, 3, "1234.568"),
    (0.000_001, 6, "0.000001"), (7, 99, "7.000000"), (7, -3, "7"), (.nan, 1, "–"),
    (.infinity, 0, "–"), (1e20, 2, "1e20"), (-1.79e308, 2, "−1.79e308"),
  ])
  func `a number has fixed decimals`(value: Double, places: Int, text: String) {
    #expect(NumberText.fixed(value, places: places) == text)
  }

  @Test(arguments: [
    (150.0, "150"), (112.5, "112.5"), (0.25, "0.25"), (1.0 / 3, "0.33"), (-2, "−2"),
  ])
  func `a short number has no needless decimals`(value: Double, text: String) {
    #expect(NumberText.short(value) == text)
  }

  @Test(arguments: [
    (12.34, "12.3"), (12.96, "13"), (-0.04, "0"), (-3.25, "-3.3"), (.nan, "0"), (1e300, "0"),
  ])
  func `a coordinate is rounded to a tenth`(value: Double, text: String) {
    #expect(NumberText.coordinate(value) == text)
  }
}

struct ScaleTests {
  @Test func `a scale maps ends to ends and holds what lies beyond`() {
    let scale = Scale(from: 10, to: 20, onto: 100, 0)
    #expect(
      [10, 15, 20, 5, 99, .infinity, -.infinity].map { scale($0) } == [100, 50, 0, 100, 0, 0, 100])
    #expect(scale(.nan) == 100)
  }

  @Test(arguments: [
    (3.0, 3.0), (20, 10), (.nan, .nan), (.nan, 2), (.infinity, 1), (-1e308, 1e308),
    (1e15, 1e15), (0, .leastNonzeroMagnitude), (1e15, -1e15),
  ])
  func `any two ends make a scale with length`(low: Double, high: Double) {
    let scale = Scale(from: low, to: high, onto: 0, 100)
    #expect(scale.high > scale.low && (scale.high - scale.low).isFinite)
    for value in [low, high, 0, 1e308] { #expect((0...100).contains(scale(value))) }
  }
}

struct NiceTicksTests {
  @Test(arguments: [
    (0.0, 27.0, ["0", "5", "10", "15", "20", "25"]), (1, 7, ["1", "2", "3", "4", "5", "6", "7"]),
    (-0.2, 0.35, ["−0.2", "−0.1", "0.0", "0.1", "0.2", "0.3"]),
    (0, 1, ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]),
  ])
  func `ticks are round numbers inside the range`(low: Double, high: Double, labels: [String]) {
    #expect(NiceTicks.between(low, high, about: 6).map(\.label) == labels)
  }

  @Test func `any range has few, rising ticks inside it`() {
    let noise = Samples.noise(400)
    for index in stride(from: 0, to: 400, by: 2) {
      let size = [1e-6, 1, 1e3, 1e12][index / 2 % 4]
      let low = (noise[index] - 0.5) * size
      let high = low + (noise[index + 1] + 0.01) * size
      let values = NiceTicks.between(low, high, about: 6).map(\.value)
      #expect((2...14).contains(values.count))
      #expect(values == values.sorted() && Set(values).count == values.count)
      let slack = (high - low) * 1e-6
      #expect(values.allSatisfy { $0 >= low - slack && $0 <= high + slack })
    }
  }

  @Test(arguments: [(1.0, 1.0), (2, 1), (.nan, 1), (0, .infinity)])
  func `a range without length has no ticks`(low: Double, high: Double) {
    #expect(NiceTicks.between(low, high, about: 6).isEmpty)
  }
}

struct PathTests {
  private let crowd = zip(Samples.noise(9000), 0...).map {
    Path.Point(x: Double($0.1) / 20, y: ($0.0 * 100).rounded())
  }

  @Test func `a line is written in tenths`() {
    #expect(Path.line([.init(x: 0, y: 1), .init(x: 2.25, y: -1)]) == "M0 1L2.3 -1")
    #expect(Path.line([]).isEmpty)
    #expect(Path.steps([.init(x: 0, y: 5), .init(x: 10, y: 2)], until: 30) == "M0 5H10V2H30")
    #expect(Path.area(upper: [.init(x: 0, y: 0)], lower: [.init(x: 0, y: 9)]) == "M0 0L0 9Z")
  }

  @Test func `thinning keeps the extremes and the ends of every two units of width`() {
    let thin = Path.thinned(crowd)
    #expect(thin.count <= 4 * 225)
    let all = Dictionary(grouping: crowd) { ($0.x / 2).rounded(.down) }
    let kept = Dictionary(grouping: thin) { ($0.x / 2).rounded(.down) }
    #expect(all.count == kept.count)
    for (column, points) in all {
      let few = kept[column] ?? []
      #expect(few.map(\.y).min() == points.map(\.y).min())
      #expect(few.map(\.y).max() == points.map(\.y).max())
      #expect(few.first == points.first && few.last == points.last)
    }
  }

  @Test func `neighbouring days join into one gap`() {
    let runs = Strip.runs(of: [5, 3, 4, 9, 3, 11, 12])
    #expect(runs.map(\.start) == [3, 9, 11])
    #expect(runs.map(\.end) == [5, 9, 12])
  }

  @Test func `names break where they become narrowest`() {
    let font = FontMetrics(size: 12)
    #expect(font.lines(of: "Moderately severe") == ["Moderately", "severe"])
    #expect(font.lines(of: "Mild") == ["Mild"])
    #expect(font.fit("Moderately severe", into: 60).hasSuffix("…"))
    #expect(font.width(of: font.fit("Moderately severe", into: 60)) <= 66)
  }
}
