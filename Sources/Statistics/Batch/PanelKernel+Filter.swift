extension PanelKernel {
  /// Runs forward over the days and writes ``history``.
  func filter(_ states: some StateCount) -> PanelSums {
    let n = states.count
    let day = Day(states: n, series: series)
    var sums = PanelSums()
    let mean = scratch
    let covariance = scratch + n
    mean.update(from: initialMean, count: n)
    covariance.update(from: initialCovariance, count: day.square)
    for index in 0..<days {
      let record = history + index &* day.size
      record.update(from: mean, count: n)
      (record + day.covariance).update(from: covariance, count: day.square)
      for measure in 0..<series {
        take(
          measure, values[index &* series &+ measure], record + day.series(measure), mean,
          covariance, &sums, n)
      }
      predict(mean, covariance, scratch + n + day.square, n)
    }
    return sums
  }

  /// Takes in one measurement: the mean and the covariance become those given it.
  @inline(__always)
  private func take(
    _ measure: Int, _ value: Lanes, _ record: UnsafeMutablePointer<Lanes>,
    _ mean: UnsafeMutablePointer<Lanes>, _ covariance: UnsafeMutablePointer<Lanes>,
    _ sums: inout PanelSums, _ n: Int
  ) {
    let gain = record + 2
    let expected: Lanes
    let spread: Lanes
    let state = shown[measure]
    if state >= 0 {
      for i in 0..<n { gain[i] = covariance[state &* n &+ i] }
      expected = mean[state]
      spread = covariance[state &* n &+ state] + observationNoise[measure]
    } else {
      let row = observation + measure &* n
      var sum = Lanes()
      var variance = observationNoise[measure]
      for i in 0..<n {
        var product = Lanes()
        for j in 0..<n { product += covariance[i &* n &+ j] * row[j] }
        gain[i] = product
        variance += product * row[i]
        sum += row[i] * mean[i]
      }
      expected = sum
      spread = variance
    }
    let isObserved = value .== value
    let precision = (Lanes(repeating: 1) / spread).replacing(with: 0, where: .!isObserved)
    let innovation = (value - expected).replacing(with: 0, where: .!isObserved)
    let scaled = innovation * precision
    record[0] = scaled
    record[1] = precision
    for i in 0..<n {
      let product = gain[i]
      mean[i] += product * scaled
      gain[i] = product * precision
    }
    for i in 0..<n {
      // The covariance of state and measurement is its gain times the spread.
      let row = gain[i] * spread
      for j in i..<n {
        let value = covariance[i &* n &+ j] - row * gain[j]
        covariance[i &* n &+ j] = value
        covariance[j &* n &+ i] = value
      }
    }
    sums.squares += innovation * scaled
    sums.observed += Lanes().replacing(with: 1, where: isObserved)
    sums.determinant.multiply(by: Lanes(repeating: 1).replacing(with: spread, where: isObserved))
  }

  /// Carries mean and covariance over one night.
  @inline(__always)
  private func predict(
    _ mean: UnsafeMutablePointer<Lanes>, _ covariance: UnsafeMutablePointer<Lanes>,
    _ product: UnsafeMutablePointer<Lanes>, _ n: Int
  ) {
    let carried = product + n &* n
    for i in 0..<n {
      var sum = Lanes()
      for k in 0..<n { sum += transition[i &* n &+ k] * mean[k] }
      carried[i] = sum
      for j in 0..<n {
        var sum = Lanes()
        for k in 0..<n {
          sum += transition[i &* n &+ k] * covariance[k &* n &+ j]
        }
        product[i &* n &+ j] = sum
      }
    }
    mean.update(from: carried, count: n)
    for i in 0..<n {
      for j in i..<n {
        var sum = transitionNoise[i &* n &+ j]
        for k in 0..<n { sum += product[i &* n &+ k] * transition[j &* n &+ k] }
        covariance[i &* n &+ j] = sum
        covariance[j &* n &+ i] = sum
      }
    }
  }
}
