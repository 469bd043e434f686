/// A line on the standard error that counts along during long work.
struct Progress {
  private let isShown: Bool
  private let noun: String
  private var next = Progress.step

  /// How much happens between two updates.
  static let step = 100_000

  /// Creates a counter.
  ///
  /// - Parameters:
  ///   - noun: what is counted, in the plural.
  ///   - isShown: whether anything is written.
  init(of noun: String, isShown: Bool) {
    self.noun = noun
    self.isShown = isShown
  }

  /// Shows a count when it has grown enough.
  mutating func reached(_ count: Int) {
    guard isShown, count >= next else { return }
    next = count + Self.step
    StandardError.write("\r\(count) \(noun) …")
  }

  /// Clears the line.
  func end() {
    guard isShown, next > Self.step else { return }
    StandardError.write("\r\u{1B}[K")
  }
}
