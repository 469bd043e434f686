/// What a backward pass needs of the filter again.
///
/// Its numbers live in memory of its own, so that storing one neither checks nor copies an array. A
/// forward pass stores every instant and every observation before anybody reads one.
final class FilterTrace<Columns: SIMD> where Columns.Scalar == Double {
  let states: Int
  /// Predicted means, per instant and state.
  let means: UnsafeMutableBufferPointer<Columns>
  /// Predicted covariances, per instant, row-major.
  let covariances: UnsafeMutableBufferPointer<Double>
  /// Innovations, per observation.
  let innovations: UnsafeMutableBufferPointer<Columns>
  /// Innovation variances, per observation.
  let variances: UnsafeMutableBufferPointer<Double>
  /// Gains, per observation and state.
  let gains: UnsafeMutableBufferPointer<Double>

  init(states: Int, instants: Int, observations: Int) {
    self.states = states
    means = .allocate(capacity: instants * states)
    covariances = .allocate(capacity: instants * states * states)
    innovations = .allocate(capacity: observations)
    variances = .allocate(capacity: observations)
    gains = .allocate(capacity: observations * states)
  }

  deinit {
    means.deallocate()
    covariances.deallocate()
    innovations.deallocate()
    variances.deallocate()
    gains.deallocate()
  }

  @inline(__always)
  func keep(_ state: FilterState<Columns>, at instant: Int) {
    for index in 0..<states { means[instant &* states &+ index] = state.means[index] }
    let square = states &* states
    for index in 0..<square { covariances[instant &* square &+ index] = state.covariance[index] }
  }

  @inline(__always)
  func keep(_ belief: PairBelief<Columns>, at instant: Int) {
    means[2 &* instant] = belief.first
    means[2 &* instant &+ 1] = belief.second
    covariances[4 &* instant] = belief.variances.first
    covariances[4 &* instant &+ 1] = belief.covariance
    covariances[4 &* instant &+ 2] = belief.covariance
    covariances[4 &* instant &+ 3] = belief.variances.second
  }

  @inline(__always)
  func keep(
    _ gain: UnsafePointer<Double>, _ innovation: Columns, _ variance: Double, of observation: Int
  ) {
    innovations[observation] = innovation
    variances[observation] = variance
    for index in 0..<states { gains[observation &* states &+ index] = gain[index] }
  }

  @inline(__always)
  func keep(
    _ gain: (Double, Double), _ innovation: Columns, _ variance: Double, of observation: Int
  ) {
    innovations[observation] = innovation
    variances[observation] = variance
    gains[2 &* observation] = gain.0
    gains[2 &* observation &+ 1] = gain.1
  }
}
