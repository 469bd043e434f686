import Knowledge

/// A kernel with its parameter sets tabulated, ready to be asked at many times.
struct SampledKernel: Sendable {
  let kernel: Kernel
  let draws: KernelDraws
  /// What is left a time after an event, or while it lasts.
  let rise: LevelTable
  /// What is left of the height a time after what lasted was ended; nil for single events.
  let fall: LevelTable?

  /// Levels below this share of the peak count as none.
  static let floor = 0.001

  init(_ definition: KernelDefinition, _ kernel: Kernel, seed: UInt64, count: Int) {
    self.kernel = kernel
    let draws = KernelDraws(of: definition, kernel, seed: seed, count: count)
    self.draws = draws
    let slowest = draws.kernels.max { $0.slowness < $1.slowness } ?? kernel
    let step = (draws.kernels.map(\.quickness).min() ?? kernel.quickness) / 8
    let nodes = TimeNodes(step: step, to: slowest.fades(below: SampledKernel.floor))
    let isLasting = definition.anchor == .dosing
    rise = LevelTable(draws, on: nodes, isLasting ? .rise : .whole)
    fall = isLasting ? LevelTable(draws, on: nodes, .fall) : nil
  }

  /// The days that the tables cover.
  var reach: Double { rise.nodes.days.last ?? 0 }
}

extension Kernel {
  /// A time in days after which it changes little, for comparing kernels of one form.
  var slowness: Double {
    switch form {
    case .biexponential(let constants): constants.decay
    case .alpha(let peak): peak
    case .box(_, let closes): closes
    case .boxThenExponential(_, let closes, let decay): closes + decay * 7
    }
  }

  /// A time in days within which it may change a lot.
  var quickness: Double {
    switch form {
    case .biexponential(let constants): constants.rise
    case .alpha(let peak): peak
    case .box(let opens, let closes): opens > 0 ? min(opens, closes - opens) : closes
    case .boxThenExponential(let opens, let closes, let decay):
      min(opens > 0 ? opens : closes, decay)
    }
  }
}
