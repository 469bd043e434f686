private import Foundation
public import Knowledge

/// The form of a time course: 0 before it begins and 1 at its peak.
///
/// Forms: difference of exponentials, alpha function, box, box with an exponential fall. Their
/// formulas stand with ``Knowledge/KernelShape``. What the form is at a time stays within this
/// module: outside there are only points to draw and sentences to read.
public struct Kernel: Hashable, Sendable {
  /// The form with the numbers it is computed from.
  public enum Form: Hashable, Sendable {
    /// Two exponentials.
    case biexponential(TimeConstants)
    /// The alpha function with the day of its peak.
    case alpha(peak: Double)
    /// Full between two days.
    case box(opens: Double, closes: Double)
    /// Full between two days, then falling with a time constant in days.
    case boxThenExponential(opens: Double, closes: Double, decay: Double)
  }

  /// The form.
  public let form: Form
  /// The first day on which it is at its height.
  let peak: Double

  init(form: Form) {
    self.form = form
    peak =
      switch form {
      case .biexponential(let constants): constants.peak
      case .alpha(let peak): peak
      case .box(let opens, _), .boxThenExponential(let opens, _, _): opens
      }
  }

  /// Solves what a shape leaves open.
  ///
  /// - Parameter shape: the shape; one that no form can meet gives nil.
  public init?(_ shape: KernelShape) {
    switch shape {
    case .biexponential(let peak, let quarter):
      guard let constants = TimeConstants(peak: peak, quarter: quarter) else { return nil }
      self.init(form: .biexponential(constants))
    case .alpha(let peak):
      guard peak > 0, peak.isFinite else { return nil }
      self.init(form: .alpha(peak: peak))
    case .box(let opens, let closes):
      guard opens >= 0, closes > opens, closes.isFinite else { return nil }
      self.init(form: .box(opens: opens, closes: closes))
    case .boxThenExponential(let opens, let closes, let decay):
      guard opens >= 0, closes > opens, closes.isFinite, decay > 0, decay.isFinite else {
        return nil
      }
      self.init(form: .boxThenExponential(opens: opens, closes: closes, decay: decay))
    }
  }

  /// The form at a day after the beginning, from 0 to 1.
  func level(at day: Double) -> Double {
    guard day > 0 else { return 0 }
    switch form {
    case .biexponential(let constants): return constants.level(at: day, peak: peak)
    case .alpha(let peak): return day / peak * exp(1 - day / peak)
    case .box(let opens, let closes): return day >= opens && day <= closes ? 1 : 0
    case .boxThenExponential(let opens, let closes, let decay):
      guard day > closes else { return day >= opens ? 1 : 0 }
      return exp((closes - day) / decay)
    }
  }

  /// The day after which less than a share of the peak is ever left; found by doubling and halving.
  func fades(below share: Double) -> Double {
    if case .box(_, let closes) = form { return closes }
    var high = max(peak, 1e-6)
    while level(at: high) >= share, high < 1e6 { high *= 2 }
    var low = peak
    for _ in 0..<60 {
      let middle = 0.5 * (low + high)
      if level(at: middle) >= share { low = middle } else { high = middle }
    }
    return high
  }
}
