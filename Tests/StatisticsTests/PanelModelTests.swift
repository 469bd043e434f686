import Statistics
import Testing

@Suite struct PanelModelTests {
  /// Tries a model of two states and one series with one part exchanged.
  func model(
    transition: Matrix = .identity(2), transitionNoise: Matrix = .identity(2),
    observation: Matrix = Matrix([[1, 0]]), observationNoise: [Double] = [1],
    initialMean: [Double] = [0, 0], initialCovariance: Matrix = .identity(2)
  ) throws(PanelError) -> PanelModel {
    try PanelModel(
      transition: transition, transitionNoise: transitionNoise, observation: observation,
      observationNoise: observationNoise, initialMean: initialMean,
      initialCovariance: initialCovariance)
  }

  @Test func `a model whose parts fit is accepted`() throws {
    let accepted = try model()
    #expect(accepted.states == 2 && accepted.series == 1)
    _ = try model(transitionNoise: Matrix(rows: 2, columns: 2))
  }

  @Test func `parts of the wrong shape are refused by name`() {
    #expect(throws: PanelError.shape(part: "transition", rows: 2, columns: 2)) {
      try model(transition: Matrix(rows: 2, columns: 3))
    }
    #expect(throws: PanelError.shape(part: "transition", rows: 1, columns: 1)) {
      try model(transition: Matrix(rows: 0, columns: 0))
    }
    #expect(throws: PanelError.shape(part: "observation", rows: 1, columns: 2)) {
      try model(observation: Matrix(rows: 0, columns: 2))
    }
    #expect(throws: PanelError.shape(part: "observation noise", rows: 1, columns: 1)) {
      try model(observationNoise: [1, 2])
    }
    #expect(throws: PanelError.shape(part: "initial mean", rows: 1, columns: 2)) {
      try model(initialMean: [])
    }
    #expect(throws: PanelError.shape(part: "initial covariance", rows: 2, columns: 2)) {
      try model(initialCovariance: .identity(3))
    }
  }

  @Test func `impossible covariances and noises are refused`() {
    #expect(throws: PanelError.notCovariance(part: "transition noise")) {
      try model(transitionNoise: Matrix([[1, 2], [2, 1]]))
    }
    #expect(throws: PanelError.notCovariance(part: "initial covariance")) {
      try model(initialCovariance: Matrix([[1, 0.5], [0.4, 1]]))
    }
    #expect(throws: PanelError.notFinite(part: "transition noise")) {
      try model(transitionNoise: Matrix([[.infinity, 0], [0, 1]]))
    }
    #expect(throws: PanelError.noNoise(series: 0)) { try model(observationNoise: [0]) }
    #expect(throws: PanelError.noNoise(series: 0)) { try model(observationNoise: [-1]) }
  }

  @Test func `a refusal says what to do`() {
    #expect(
      PanelError.noNoise(series: 2).description
        == "The measurement noise of series 2 must be above 0.")
    #expect(
      PanelError.count(values: 7, people: 2, days: 3, series: 1).description
        == "7 values are not 2 people x 3 days x 1 series; "
        + "fill what is missing with what is not a number.")
  }
}
