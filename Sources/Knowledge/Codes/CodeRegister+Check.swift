extension CodeRegister {
  /// Checks that an instrument carries only codes that are its own.
  ///
  /// - Parameter instrument: the instrument.
  /// - Throws: an error that names the code and what it stands for.
  func check(_ instrument: Instrument) throws(KnowledgeError) {
    for code in instrument.codes {
      guard let row = rows.first(where: { $0.code == code }) else {
        throw failure(instrument, "the code \(code.value) is not in the register; leave it out")
      }
      guard row.instruments.contains(instrument.id) else {
        throw failure(instrument, "the code \(code.value) stands for \(row.meaning)")
      }
    }
  }

  private func failure(_ instrument: Instrument, _ reason: String) -> KnowledgeError {
    KnowledgeError(.inconsistent(reason), record: instrument.id.rawValue, field: "codes")
  }
}

extension Instrument {
  /// Every published code that the instrument carries, in its order.
  public var codes: [Code] {
    let questions = items + [followUp?.item].compactMap { $0 }
    let answers = questions.flatMap(\.options) + options + (followUp?.options ?? [])
    return [panelCode, totalCode].compactMap { $0 } + questions.compactMap(\.code)
      + answers.compactMap(\.code) + (scoring?.scales.compactMap(\.code) ?? [])
  }
}
