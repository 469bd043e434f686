import Knowledge

extension SignalTrigger.Words {
  /// Whether one of the words stands in a name as whole words.
  ///
  /// - Parameters:
  ///   - name: the name in lower case with hyphens.
  ///   - isOver: whether what is named is over, so that only the lasting words count.
  /// - Returns: true when one of them does.
  func occur(in name: String, isOver: Bool) -> Bool {
    let parts = name.split { !$0.isLetter && !$0.isNumber }
    let text = "-" + parts.joined(separator: "-") + "-"
    return (isOver ? lasting : present + lasting).contains { text.contains("-\($0)-") }
  }
}
