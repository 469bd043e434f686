/// The workspace of one group of people, allocated once and used for all groups.
///
/// Symmetric matrices are stored whole: their plain addresses cost less than the memory saved by
/// storing one triangle.
struct PanelKernel {
  /// Where the parts of one day lie in ``history``.
  struct Day {
    let states: Int
    let series: Int

    @inline(__always) var square: Int { states * states }
    /// The predicted mean comes first, then the predicted covariance.
    @inline(__always) var covariance: Int { states }
    /// Then for each series the scaled innovation, the precision and the gain.
    @inline(__always)
    func series(_ index: Int) -> Int { states + square + index * (states + 2) }
    @inline(__always) var size: Int { series(series) }
  }

  let states: Int
  let series: Int
  let days: Int
  /// For each series the one state it shows, or -1 if it mixes states.
  let shown: UnsafeMutablePointer<Int>
  /// F, Q, Z, r, m, P, each number in all lanes.
  let transition: UnsafeMutablePointer<Lanes>
  let transitionNoise: UnsafeMutablePointer<Lanes>
  let observation: UnsafeMutablePointer<Lanes>
  let observationNoise: UnsafeMutablePointer<Lanes>
  let initialMean: UnsafeMutablePointer<Lanes>
  let initialCovariance: UnsafeMutablePointer<Lanes>
  /// The measurements, days then series.
  let values: UnsafeMutablePointer<Lanes>
  /// The results, days then states.
  let means: UnsafeMutablePointer<Lanes>
  let variances: UnsafeMutablePointer<Lanes>
  let history: UnsafeMutablePointer<Lanes>
  /// Room for two vectors and two square matrices.
  let scratch: UnsafeMutablePointer<Lanes>

  private let memory: UnsafeMutablePointer<Lanes>

  init(model: PanelModel, days: Int) {
    let (n, p) = (model.states, model.series)
    let constants: [[Double]] = [
      model.transition.elements, model.transitionNoise.elements,
      model.observation.elements, model.observationNoise, model.initialMean,
      model.initialCovariance.elements,
    ]
    let size = Day(states: n, series: p).size
    let rooms = [days * p, days * n, days * n, days * size, 2 * n + 2 * n * n]
    let total = constants.reduce(0) { $0 + $1.count } + rooms.reduce(0, +)
    memory = .allocate(capacity: total)
    memory.initialize(repeating: Lanes(), count: total)
    var next = memory
    func place(_ count: Int) -> UnsafeMutablePointer<Lanes> {
      defer { next += count }
      return next
    }
    let starts = constants.map { numbers in
      let start = place(numbers.count)
      for (index, number) in numbers.enumerated() { start[index] = Lanes(repeating: number) }
      return start
    }
    (transition, transitionNoise, observation) = (starts[0], starts[1], starts[2])
    (observationNoise, initialMean, initialCovariance) = (starts[3], starts[4], starts[5])
    let spaces = rooms.map(place)
    (values, means, variances) = (spaces[0], spaces[1], spaces[2])
    (history, scratch) = (spaces[3], spaces[4])
    shown = .allocate(capacity: p)
    for index in 0..<p { (shown + index).initialize(to: PanelKernel.shownState(model, index)) }
    (states, series, self.days) = (n, p, days)
  }

  func deallocate() {
    memory.deallocate()
    shown.deallocate()
  }

  private static func shownState(_ model: PanelModel, _ index: Int) -> Int {
    let row = model.observation.row(index)
    let shown = row.indices.filter { row[$0] != 0 }
    guard shown.count == 1, row[shown[0]] == 1 else { return -1 }
    return shown[0]
  }

  /// Lays the measurements of some people side by side; empty lanes see nothing.
  func load(_ all: [Double], first: Int, width: Int) {
    let perPerson = days * series
    all.withUnsafeBufferPointer { all in
      for lane in 0..<Lanes.scalarCount {
        guard lane < width else {
          for index in 0..<perPerson { values[index][lane] = .nan }
          continue
        }
        let offset = (first + lane) * perPerson
        for index in 0..<perPerson { values[index][lane] = all[offset + index] }
      }
    }
  }

  /// Writes the results of the people in the lanes to their places.
  func store(
    means allMeans: UnsafeMutableBufferPointer<Double>,
    variances allVariances: UnsafeMutableBufferPointer<Double>, range: Range<Int>, width: Int
  ) {
    let perPerson = days * states
    guard range.count == width * perPerson, range.upperBound <= allMeans.count,
      range.upperBound <= allVariances.count
    else { return }
    for lane in 0..<width {
      let offset = range.lowerBound + lane * perPerson
      for index in 0..<perPerson {
        allMeans[offset + index] = means[index][lane]
        allVariances[offset + index] = variances[index][lane]
      }
    }
  }

  /// Filters and smooths the people in the lanes.
  ///
  /// The usual numbers of states are types, so that the compiler writes out the loops over them.
  func run() -> PanelSums {
    switch states {
    case 1: run(OneState())
    case 2: run(TwoStates())
    case 3: run(ThreeStates())
    case 4: run(FourStates())
    default: run(ManyStates(count: states))
    }
  }

  private func run(_ states: some StateCount) -> PanelSums {
    let sums = filter(states)
    smooth(states)
    return sums
  }
}
