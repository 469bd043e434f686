/// What reaches everybody of an arm on one day, or in one hour: the kernels of the treatments, which
/// are the same for all, and what happens to them.
struct DayInput<N: ModelNumber>: Sendable {
  /// occ: occupancy of the transporter, from 0 to 1.
  let occupancy: N
  /// B: what long occupancy adds to plasticity, from 0 to 1.
  let slowDrug: N
  /// ΣK: how far windows are open, before the person's sensitivity.
  let window: N
  /// 1 - c: what is left of retrieval.
  let retrievalLeft: N
  /// E: expectancy, before the person's sensitivity.
  let expectancy: N
  /// ΣJ·dose: acute lifts of the body.
  let acute: N
  /// How much of a visit today is.
  let visit: N
  /// u: practice, if it is done.
  let practice: N
  /// The share of practice that is aimed at negative memories.
  let aimed: N
  /// The size of a stressful event for everybody.
  let event: N
  /// dEnv: a change of circumstances.
  let circumstances: N
  /// Whether there is an acute lift of any kind.
  let lifts: Bool
  /// Whether there is practice.
  let practises: Bool
}
