import Knowledge

extension ChartFolding {
  mutating func add(_ response: Response, _ moment: Dated<EntryID>) {
    guard let instrument = knowledge.instruments[response.instrument] else {
      return report(moment, .unknownInstrument(response.instrument))
    }
    switch response.content {
    case .total(let total):
      addSafety(of: [:], to: instrument, moment)
      guard instrument.accepts(total: total) else {
        return report(moment, .impossibleTotal(instrument.id, total))
      }
      append(.total(total), of: response, moment)
    case .answers(var answers):
      if let followUp = instrument.followUp { answers[followUp.item.id] = nil }
      addSafety(of: answers, to: instrument, moment)
      do {
        append(.scored(try instrument.score(answers)), of: response, moment)
      } catch {
        report(moment, .notScorable(error))
      }
    }
  }

  private mutating func append(
    _ result: ScoredResponse.Result, of response: Response, _ moment: Dated<EntryID>
  ) {
    let scored = ScoredResponse(
      instant: moment.instant, day: moment.day, rater: response.rater, result: result,
      entry: moment.entry)
    scores[response.instrument, default: []].append(scored)
  }

  /// Takes answers about safety as they are, so that they are seen even when there is no score.
  private mutating func addSafety(
    of answers: [ItemID: Int], to instrument: Instrument, _ moment: Dated<EntryID>
  ) {
    for safety in instrument.safetyAnswers(in: answers) {
      let record = SafetyRecord(
        instrument: instrument.id, item: safety.item, instant: moment.instant, day: moment.day,
        answer: safety.answer, isPositive: safety.isPositive, entry: moment.entry)
      safetyAnswers.append(record)
    }
  }

  private mutating func report(_ moment: Dated<EntryID>, _ kind: ChartProblem.Kind) {
    problems.append(ChartProblem(entry: moment.entry, kind: kind))
  }
}
