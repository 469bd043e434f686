/// The modules of a QR code, and which of them carry data.
struct QRGrid {
  private let version: QRVersion
  private(set) var dark: [Bool]
  private var isFixed: [Bool]

  var size: Int { version.size }

  /// Draws the patterns and the data, without a mask.
  init(_ version: QRVersion, _ codewords: [UInt8]) {
    self.version = version
    dark = [Bool](repeating: false, count: version.size * version.size)
    isFixed = dark
    drawTiming()
    for (row, column) in [(3, 3), (3, size - 4), (size - 4, 3)] { drawFinder(row, column) }
    drawAlignments()
    drawVersion()
    drawFormat(mask: 0)
    draw(codewords)
  }

  /// The grid with one of the eight masks over its data, and saying so.
  func masked(by mask: Int) -> QRGrid {
    var grid = self
    for row in 0..<size {
      for column in 0..<size
      where !isFixed[row * size + column] && QRGrid.inverts(mask, row, column) {
        grid.dark[row * size + column].toggle()
      }
    }
    grid.drawFormat(mask: mask)
    return grid
  }

  /// Section 7.8.2, table 10.
  private static func inverts(_ mask: Int, _ row: Int, _ column: Int) -> Bool {
    let product = row * column
    return switch mask {
    case 0: (row + column) % 2 == 0
    case 1: row % 2 == 0
    case 2: column % 3 == 0
    case 3: (row + column) % 3 == 0
    case 4: (row / 2 + column / 3) % 2 == 0
    case 5: product % 2 + product % 3 == 0
    case 6: (product % 2 + product % 3) % 2 == 0
    default: ((row + column) % 2 + product % 3) % 2 == 0
    }
  }

  private mutating func fix(_ row: Int, _ column: Int, _ isDark: Bool) {
    guard (0..<size).contains(row), (0..<size).contains(column) else { return }
    dark[row * size + column] = isDark
    isFixed[row * size + column] = true
  }

  private mutating func drawTiming() {
    for place in 0..<size {
      fix(6, place, place % 2 == 0)
      fix(place, 6, place % 2 == 0)
    }
  }

  /// Rings around a middle, with the light separator where it lies inside.
  private mutating func drawFinder(_ row: Int, _ column: Int) {
    for down in -4...4 {
      for across in -4...4 {
        let ring = max(abs(down), abs(across))
        fix(row + down, column + across, ring != 2 && ring != 4)
      }
    }
  }

  private mutating func drawAlignments() {
    let places = version.alignment
    for row in places {
      for column in places where !isFinder(row, column) {
        for down in -2...2 {
          for across in -2...2 {
            fix(row + down, column + across, max(abs(down), abs(across)) != 1)
          }
        }
      }
    }
  }

  private func isFinder(_ row: Int, _ column: Int) -> Bool {
    (row == 6 && (column == 6 || column == size - 7)) || (row == size - 7 && column == 6)
  }

  /// Level M and the mask, twice (section 7.9).
  private mutating func drawFormat(mask: Int) {
    let bits = QRGrid.checked(mask, by: 0x537, degree: 10) ^ 0x5412
    func bit(_ place: Int) -> Bool { bits >> place & 1 == 1 }
    for place in 0..<6 { fix(place, 8, bit(place)) }
    fix(7, 8, bit(6))
    fix(8, 8, bit(7))
    fix(8, 7, bit(8))
    for place in 9..<15 { fix(8, 14 - place, bit(place)) }
    for place in 0..<8 { fix(8, size - 1 - place, bit(place)) }
    for place in 8..<15 { fix(size - 15 + place, 8, bit(place)) }
    fix(size - 8, 8, true)
  }

  /// The version, twice, from 7 on (section 7.10).
  private mutating func drawVersion() {
    guard version.number >= 7 else { return }
    let bits = QRGrid.checked(version.number, by: 0x1F25, degree: 12)
    for place in 0..<18 {
      let isDark = bits >> place & 1 == 1
      fix(place / 3, size - 11 + place % 3, isDark)
      fix(size - 11 + place % 3, place / 3, isDark)
    }
  }

  /// A value followed by the remainder of its division: a BCH code.
  private static func checked(_ value: Int, by generator: Int, degree: Int) -> Int {
    var remainder = value
    for _ in 0..<degree {
      remainder = remainder << 1 ^ (remainder >> (degree - 1)) * generator
    }
    return value << degree | remainder
  }

  /// Up and down in pairs of columns from the right, around what is fixed (section 7.7.3).
  private mutating func draw(_ codewords: [UInt8]) {
    var bits = codewords.flatMap { word -> [Bool] in
      (0..<8).reversed().map { word >> $0 & 1 == 1 }
    }[...]
    var goesUp = true
    for pair in stride(from: size - 1, to: 0, by: -2).map({ $0 <= 6 ? $0 - 1 : $0 }) {
      for step in 0..<size {
        let row = goesUp ? size - 1 - step : step
        for column in [pair, pair - 1] where !isFixed[row * size + column] {
          dark[row * size + column] = bits.popFirst() ?? false
        }
      }
      goesUp.toggle()
    }
  }
}
