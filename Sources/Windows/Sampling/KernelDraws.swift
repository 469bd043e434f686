private import Foundation
import Knowledge
import Statistics

/// Parameter sets of one kernel, drawn from log-normal laws around its numbers.
///
/// Each constant and, where one event gives less than the whole, the amplitude is multiplied by
/// `e^(σz)` with a z of its own. The z of each parameter are a Latin hypercube: one from each of as
/// many equally probable strata as there are sets, in random order (McKay, Beckman & Conover 1979,
/// Technometrics 21:239-245), so that few sets hold the spread well. The draws depend on the seed and
/// the kernel's identifier alone.
struct KernelDraws: Sendable {
  let kernels: [Kernel]
  /// The share that one event can give, at most 1.
  let amplitudes: [Float]

  init(of definition: KernelDefinition, _ kernel: Kernel, seed: UInt64, count: Int) {
    var random = RandomStream(seed: seed, stream: KernelDraws.stream(of: definition.id.rawValue))
    let factors = (0..<kernel.parameterCount).map { _ in
      random.stratifiedNormals(count).map { exp(definition.logSigma * $0) }
    }
    kernels = (0..<count).map { set in kernel.varied(by: factors.map { $0[set] }) }
    guard definition.amplitude < 1 else {
      amplitudes = [Float](repeating: 1, count: count)
      return
    }
    amplitudes = random.stratifiedNormals(count).map {
      Float(min(1, definition.amplitude * exp(definition.logSigma * $0)))
    }
  }

  /// A stream number from a text, by FNV-1a, so that kernels do not share draws.
  static func stream(of text: String) -> UInt64 {
    text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }
}

extension RandomStream {
  /// Standard normal numbers, one from each of as many equally probable strata, in random order.
  mutating func stratifiedNormals(_ count: Int) -> [Double] {
    var numbers = (0..<count).map { stratum in
      Normal.standard.quantile((Double(stratum) + uniform()) / Double(count))
    }
    numbers.shuffle(using: &self)
    return numbers
  }
}

extension Kernel {
  /// How many parameters the form has.
  var parameterCount: Int {
    switch form {
    case .alpha: 1
    case .biexponential, .box: 2
    case .boxThenExponential: 3
    }
  }

  /// The same form with each parameter multiplied by its factor, as many as ``parameterCount``.
  func varied(by factors: [Double]) -> Kernel {
    switch form {
    case .biexponential(let constants):
      return Kernel(
        form: .biexponential(
          TimeConstants(constants.rise * factors[0], constants.decay * factors[1])))
    case .alpha(let peak): return Kernel(form: .alpha(peak: peak * factors[0]))
    case .box(let opens, let closes):
      let ends = [opens * factors[0], closes * factors[1]].sorted()
      return Kernel(form: .box(opens: ends[0], closes: ends[1]))
    case .boxThenExponential(let opens, let closes, let decay):
      let ends = [opens * factors[0], closes * factors[1]].sorted()
      return Kernel(
        form: .boxThenExponential(opens: ends[0], closes: ends[1], decay: decay * factors[2]))
    }
  }
}
