extension ChartProblem: CustomStringConvertible {
  public var description: String { "entry \(entry): \(sentence)" }

  private var sentence: String {
    switch kind {
    case .conflictingEntries:
      "different entries have this identifier; the first in the order of their text counts"
    case .supersedesMissing(let id): "corrects entry \(id), which is not in the record"
    case .voidsMissing(let id): "withdraws entry \(id), which is not in the record"
    case .competingCorrection(let target, let winner):
      "corrects entry \(target), as does another; entry \(winner) counts"
    case .supersessionCycle(let winner): "corrections run in a circle; entry \(winner) counts"
    case .voidCycle: "withdrawals run in a circle and have no effect"
    case .unknownInstrument(let id): "there is no instrument \"\(id)\", so it has no score"
    case .notScorable(let error): "cannot be scored: \(error)"
    case .impossibleTotal(let id, let total): "\(id) cannot have a total of \(total)"
    case .acknowledgesMissing(let id): "acknowledges signal \(id), which is not in the record"
    }
  }
}
