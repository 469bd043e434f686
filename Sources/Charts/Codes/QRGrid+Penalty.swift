extension QRGrid {
  /// How hard the grid is to read for a camera; the mask with the least is taken (section 7.8.3).
  var penalty: Int {
    let rows = (0..<size).map { row in (0..<size).map { dark[row * size + $0] } }
    let columns = (0..<size).map { column in (0..<size).map { dark[$0 * size + column] } }
    return (rows + columns).reduce(squares + balance) {
      $0 + QRGrid.runs($1) + QRGrid.finders($1)
    }
  }

  /// Runs of five and more of one colour.
  private static func runs(_ line: [Bool]) -> Int {
    var penalty = 0
    var length = 0
    for index in line.indices {
      length = index > 0 && line[index] == line[index - 1] ? length + 1 : 1
      if length == 5 { penalty += 3 } else if length > 5 { penalty += 1 }
    }
    return penalty
  }

  /// What looks like a finder: dark 1, light 1, dark 3, light 1, dark 1, with four light on a side.
  private static func finders(_ line: [Bool]) -> Int {
    let finder = [true, false, true, true, true, false, true]
    let light = [false, false, false, false]
    guard line.count >= 11 else { return 0 }
    return (0...(line.count - 11)).reduce(0) { penalty, start in
      let part = Array(line[start..<start + 11])
      return penalty + (part == finder + light ? 40 : 0) + (part == light + finder ? 40 : 0)
    }
  }

  /// Squares of two by two of one colour.
  private var squares: Int {
    var penalty = 0
    for row in 0..<(size - 1) {
      for column in 0..<(size - 1) {
        let first = dark[row * size + column]
        if first == dark[row * size + column + 1], first == dark[(row + 1) * size + column],
          first == dark[(row + 1) * size + column + 1]
        {
          penalty += 3
        }
      }
    }
    return penalty
  }

  /// How far the share of dark modules is from one half, in steps of 5 %.
  private var balance: Int {
    let count = dark.count { $0 }
    return abs(count * 20 - dark.count * 10) / dark.count * 10
  }
}
