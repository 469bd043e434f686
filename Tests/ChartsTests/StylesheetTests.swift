import Charts
import Testing

/// Contrast of the palettes, by the formula of WCAG 2.2 ("relative luminance", "contrast ratio").
struct StylesheetTests {
  /// Custom properties of each palette in the order of the sheet: light, dark, print.
  private static let palettes: [[String: String]] = Figure.stylesheet
    .split(separator: ":where(.chart) {", omittingEmptySubsequences: false).dropFirst().map {
      block in
      let body = block.prefix { $0 != "}" }
      let pairs = body.split(separator: ";").compactMap { line -> (String, String)? in
        let parts = line.split(separator: ":").map { $0.filter { !$0.isWhitespace } }
        return parts.count == 2 ? (parts[0], parts[1]) : nil
      }
      return Dictionary(pairs, uniquingKeysWith: { $1 })
    }

  @Test func `there is a palette for light, dark, paper and forced colours`() {
    #expect(Self.palettes.count == 4)
    #expect(Self.palettes.allSatisfy { $0.keys == Self.palettes[0].keys })
    for query in [
      "prefers-color-scheme: dark", "@media print", "forced-colors: active", "@container",
    ] { #expect(Figure.stylesheet.contains(query)) }
  }

  @Test(arguments: [0, 1, 2])
  func `text and signs stand out from the page`(index: Int) throws {
    let palette = Self.palettes[index]
    let paper = try #require(palette["--chart-paper"])
    for (name, least) in [
      ("--chart-ink", 7.0), ("--chart-quiet", 4.5), ("--chart-line", 4.5), ("--chart-mark", 4.5),
      ("--chart-missing", 3),
    ] {
      let colour = try #require(palette[name])
      #expect(Self.contrast(colour, paper) >= least, "\(name) \(colour) on \(paper)")
    }
  }

  @Test func `contrast is that of the standard's own examples`() {
    #expect((Self.contrast("#000", "#fff") - 21).magnitude < 1e-9)
    #expect((Self.contrast("#777777", "#ffffff") - 4.48).magnitude < 0.005)
    #expect(Self.contrast("#ddd", "#fff") < 3)
  }

  private static func contrast(_ first: String, _ second: String) -> Double {
    let (one, other) = (luminance(first), luminance(second))
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)
  }

  private static func luminance(_ colour: String) -> Double {
    let digits = colour.dropFirst().compactMap { $0.hexDigitValue }
    let parts =
      digits.count == 3
      ? digits.map { $0 * 17 }
      : stride(from: 0, to: 6, by: 2).map { digits[$0] * 16 + digits[$0 + 1] }
    let linear = parts.map { part -> Double in
      let share = Double(part) / 255
      return share <= 0.04045 ? share / 12.92 : power((share + 0.055) / 1.055)
    }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }

  /// The number to the power 2.4, which is its fifth root to the power 12, by bisection.
  private static func power(_ base: Double) -> Double {
    var (low, high) = (0.0, 1.0)
    for _ in 0..<80 {
      let middle = (low + high) / 2
      if middle * middle * middle * middle * middle < base { low = middle } else { high = middle }
    }
    return (0..<12).reduce(1.0) { product, _ in product * low }
  }
}
