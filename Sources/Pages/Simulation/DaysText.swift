/// Writes days of a plan in few words.
enum DaysText {
  /// Days in rising order: a run, a rhythm, or a list.
  static func of(_ days: [Int]) -> String {
    guard let first = days.first, let last = days.last else { return "on no day" }
    guard days.count > 1 else { return "on day \(first)" }
    let step = days[1] - first
    let isEven = zip(days, days.dropFirst()).allSatisfy { $1 - $0 == step }
    if isEven, step == 1 { return "every day from \(first) to \(last)" }
    if isEven, days.count > 3 { return "every \(step) days from \(first) to \(last)" }
    guard days.count > 12 else { return "on days \(CountText.list(days.map(String.init)))" }
    return "on \(days.count) days from \(first) to \(last)"
  }
}
