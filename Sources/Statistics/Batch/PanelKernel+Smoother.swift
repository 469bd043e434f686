extension PanelKernel {
  /// Runs backward over ``history`` and writes the means and variances given all days.
  func smooth(_ states: some StateCount) {
    let n = states.count
    let day = Day(states: n, series: series)
    let score = scratch
    let information = scratch + n
    score.update(repeating: Lanes(), count: n)
    information.update(repeating: Lanes(), count: day.square)
    let room = scratch + n + day.square
    var index = days
    while index > 0 {
      index -= 1
      let record = history + index &* day.size
      var measure = series
      while measure > 0 {
        measure -= 1
        undo(measure, record + day.series(measure), score, information, room, n)
      }
      write(index, record, record + day.covariance, score, information, n)
      goBack(score, information, room, n)
    }
  }

  /// Carries score and information backward over one measurement.
  @inline(__always)
  private func undo(
    _ measure: Int, _ record: UnsafeMutablePointer<Lanes>, _ score: UnsafeMutablePointer<Lanes>,
    _ information: UnsafeMutablePointer<Lanes>, _ image: UnsafeMutablePointer<Lanes>, _ n: Int
  ) {
    let gain = record + 2
    var change = record[0]
    var weight = record[1]
    for i in 0..<n {
      change -= gain[i] * score[i]
      var sum = Lanes()
      for j in 0..<n { sum += information[i &* n &+ j] * gain[j] }
      image[i] = sum
      weight += sum * gain[i]
    }
    let state = shown[measure]
    if state >= 0 {
      score[state] += change
      weight += information[state &* n &+ state] - image[state] - image[state]
      for i in 0..<n {
        let value = information[state &* n &+ i] - image[i]
        information[state &* n &+ i] = value
        information[i &* n &+ state] = value
      }
      information[state &* n &+ state] = weight
      return
    }
    let row = observation + measure &* n
    for i in 0..<n {
      score[i] += row[i] * change
      for j in i..<n {
        let change = row[i] * row[j] * weight - row[i] * image[j] - image[i] * row[j]
        let value = information[i &* n &+ j] + change
        information[i &* n &+ j] = value
        information[j &* n &+ i] = value
      }
    }
  }

  /// Writes the smoothed means and variances of one day.
  @inline(__always)
  private func write(
    _ index: Int, _ mean: UnsafeMutablePointer<Lanes>, _ covariance: UnsafeMutablePointer<Lanes>,
    _ score: UnsafeMutablePointer<Lanes>, _ information: UnsafeMutablePointer<Lanes>, _ n: Int
  ) {
    for i in 0..<n {
      var value = mean[i]
      var variance = covariance[i &* n &+ i]
      for j in 0..<n {
        let here = covariance[i &* n &+ j]
        value += here * score[j]
        var half = Lanes()
        for k in j + 1..<n {
          half += information[j &* n &+ k] * covariance[i &* n &+ k]
        }
        variance -= here * (information[j &* n &+ j] * here + half + half)
      }
      means[index &* n &+ i] = value
      variances[index &* n &+ i] = variance
    }
  }

  /// Carries score and information backward over one night.
  @inline(__always)
  private func goBack(
    _ score: UnsafeMutablePointer<Lanes>, _ information: UnsafeMutablePointer<Lanes>,
    _ product: UnsafeMutablePointer<Lanes>, _ n: Int
  ) {
    let carried = product + n &* n
    for j in 0..<n {
      var sum = Lanes()
      for k in 0..<n { sum += transition[k &* n &+ j] * score[k] }
      carried[j] = sum
      for i in 0..<n {
        var sum = Lanes()
        for k in 0..<n {
          sum += information[i &* n &+ k] * transition[k &* n &+ j]
        }
        product[i &* n &+ j] = sum
      }
    }
    score.update(from: carried, count: n)
    for i in 0..<n {
      for j in i..<n {
        var sum = Lanes()
        for k in 0..<n { sum += transition[k &* n &+ i] * product[k &* n &+ j] }
        information[i &* n &+ j] = sum
        information[j &* n &+ i] = sum
      }
    }
  }
}
