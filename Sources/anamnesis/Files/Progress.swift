/// A line on the standard error that counts along during long work.
struct Progress {
  private let isShown: Bool
  private let noun: String
  private let step: Int
  private var next: Int

  /// Creates a counter.
  ///
  /// - Parameters:
  ///   - noun: what is counted, in the plural.
  ///   - step: how much happens between two updates.
  ///   - isShown: whether anything is written.
  init(of noun: String, every step: Int = 100_000, isShown: Bool) {
    self.noun = noun
    self.step = step
    next = step
    self.isShown = isShown
  }

  /// Shows a count when it has grown enough.
  mutating func reached(_ count: Int) {
    guard isShown, count >= next else { return }
    next = count + step
    StandardError.write("\r\(count) \(noun) …")
  }

  /// Clears the line.
  func end() {
    guard isShown, next > step else { return }
    StandardError.write("\r\u{1B}[K")
  }
}
