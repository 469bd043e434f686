internal import Statistics

/// The race of items for the next retrieval, in single precision and eight items at a time.
///
/// All memory is taken at the start. Lanes beyond the last item never move: their drive is minus
/// infinity, which leaves them at 0, and their threshold is infinite.
struct AccumulatorRace: ~Copyable {
  typealias Lanes = SIMD8<Float>

  /// What ended a race.
  struct Finish {
    /// The place of the winner among the items that raced.
    let winner: Int
    /// The step in which it passed its threshold.
    let step: Int
  }

  private let capacity: Int
  private let activation: UnsafeMutablePointer<Lanes>
  private let drive: UnsafeMutablePointer<Lanes>
  private let threshold: UnsafeMutablePointer<Lanes>
  private let normals: UnsafeMutableBufferPointer<Float>
  private var used: Int
  private var stream: NormalStream
  private var width = 0

  /// Normal numbers that are drawn at a time.
  private static let poolSize = 8192

  /// Creates a race.
  ///
  /// - Parameters:
  ///   - itemCount: the most items that will race, 1 or more.
  ///   - stream: the noise.
  init(itemCount: Int, stream: NormalStream) {
    capacity = (itemCount + 7) / 8
    activation = .allocate(capacity: 3 * capacity)
    activation.initialize(repeating: Lanes(), count: 3 * capacity)
    drive = activation + capacity
    threshold = drive + capacity
    normals = .allocate(capacity: max(Self.poolSize, 8 * capacity))
    normals.initialize(repeating: 0)
    used = normals.count
    self.stream = stream
  }

  deinit {
    activation.deallocate()
    normals.deallocate()
  }

  /// Takes noise from another stream from now on.
  mutating func restart(_ stream: NormalStream) {
    self.stream = stream
    used = normals.count
  }

  /// Prepares a race of some items from rest.
  mutating func begin(itemCount: Int) {
    width = min((itemCount + 7) / 8, capacity)
    for index in 0..<width {
      activation[index] = Lanes()
      drive[index] = Lanes(repeating: -.infinity)
      threshold[index] = Lanes(repeating: .infinity)
    }
  }

  /// Lets an item race.
  mutating func set(_ place: Int, support: Double, threshold: Double, _ rule: AccumulatorParameters)
  {
    let (index, lane) = (place / 8, place % 8)
    drive[index][lane] = Float(support * rule.stepShare)
    self.threshold[index][lane] = Float(threshold)
  }

  /// Runs until an item passes its threshold.
  ///
  /// Complexity: O(items) for each step.
  ///
  /// - Returns: the winner; nothing when time runs out first.
  mutating func run(_ rule: AccumulatorParameters, steps: Range<Int>) -> Finish? {
    let inhibition = Float(rule.inhibition * rule.stepShare)
    // x (1 - kappa r) - lambda r (sum - x) = x (1 - (kappa - lambda) r) - lambda r sum
    let kept = Float(1 - (rule.leak - rule.inhibition) * rule.stepShare)
    let spread = Float(rule.noise * rule.stepShare.squareRoot())
    var total: Float = 0
    for step in steps {
      if used + 8 * width > normals.count { refill() }
      guard let base = normals.baseAddress else { return nil }
      let noise = UnsafeRawPointer(base + used)
      used += 8 * width
      let inhibited = Lanes(repeating: inhibition * total)
      var sums = Lanes()
      var isOver = SIMDMask<SIMD8<Int32>>()
      for index in 0..<width {
        let random = noise.loadUnaligned(
          fromByteOffset: index * MemoryLayout<Lanes>.stride, as: Lanes.self)
        let moved =
          kept * activation[index] + drive[index] - inhibited + spread * random
        let above = moved.replacing(with: 0, where: moved .< 0)
        activation[index] = above
        sums += above
        isOver = isOver .| (above .>= threshold[index])
      }
      total = sums.sum()
      if any(isOver) { return Finish(winner: leader, step: step) }
    }
    return nil
  }

  private mutating func refill() {
    stream.fill(normals)
    used = 0
  }

  /// The item that is furthest above its threshold.
  private var leader: Int {
    var best = (place: 0, excess: -Float.infinity)
    for place in 0..<8 * width {
      let excess = activation[place / 8][place % 8] - threshold[place / 8][place % 8]
      if excess > best.excess { best = (place, excess) }
    }
    return best.place
  }
}
