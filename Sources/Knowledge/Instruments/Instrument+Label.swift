extension Instrument {
  /// The words of an answer.
  ///
  /// - Parameters:
  ///   - value: the answer in points.
  ///   - item: the item.
  /// - Returns: the option's label, or yes and no where that is what the points mean; nil when the
  ///   words are not here.
  public func label(of value: Int, to item: ItemID) -> String? {
    let own = items.first { $0.id == item }?.options ?? []
    let offered = own.isEmpty ? options : own
    if let option = offered.first(where: { $0.value == value }) { return option.label }
    guard case .triage = scoring?.rule else { return nil }
    return value == 0 ? "no" : "yes"
  }
}
