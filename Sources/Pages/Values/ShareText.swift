/// Writes probabilities without pretending to more than is known.
enum ShareText {
  /// A probability in words: to five percent in the middle, to one near the ends, and never certain.
  static func about(_ share: Double) -> String {
    guard share.isFinite else { return "unknown" }
    let percent = share * 100
    if percent < 1 { return "<1 %" }
    if percent > 99 { return ">99 %" }
    let isMiddle = percent >= 10 && percent <= 90
    let rounded = isMiddle ? (percent / 5).rounded() * 5 : percent.rounded()
    return "about \(Int(rounded)) %"
  }
}
