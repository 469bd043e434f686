/// Draws the answers of a form, equation (12).
///
/// One uniform number u decides an item: the answer is the number of k with u < logistic(a (θ - b_k)),
/// so with logit(u) < a (θ - b_k). Compared on the scale of θ an item takes one logarithm instead of
/// three exponentials.
struct FormDraw<N: ModelNumber>: Sendable {
  private struct Item: Sendable {
    /// 1 / a.
    let slope: N
    /// b for each answer above 0.
    let first, second, third: N
    /// What the item counts in a packed form: two bits for each item before it.
    let place: N
  }

  private let items: [Item]
  private let sleepShift: N
  private let selfHarmSpread: N

  init(_ bank: ItemBank, _ parameters: Parameters) {
    items = bank.items.enumerated().map { index, item in
      Item(
        slope: N(1 / bank.discrimination(of: index)), first: N(item.difficulties[0]),
        second: N(item.difficulties[1]), third: N(item.difficulties[2]),
        place: N(Double(1 << (2 * index))))
    }
    sleepShift = N(parameters.sleepItemShift)
    selfHarmSpread = N(bank.selfHarmSpread)
  }

  /// The bits of a filled-in form (see ``Form``), as a whole number below 2^18.
  ///
  /// - Parameters:
  ///   - draws: the random numbers of the people.
  ///   - day: the day.
  ///   - state: where they are at its end.
  ///   - person: their traits.
  /// - Returns: the packed answers.
  @inline(__always)
  func bits(_ draws: Draws<N>, day: Int, _ state: PersonState<N>, _ person: Traits<N>) -> N {
    var sum: N = 0.0
    for block in 0..<3 {
      let chance = draws.uniforms(.items, day: day, block: UInt32(block))
      // The third of the first three is sleep, the third of the last three is self-harm.
      var third = state.severity
      if block == 0 { third = third - sleepShift * state.sleep }
      if block == 2 { third = third + selfHarmSpread * person.selfHarm }
      sum = sum + answer(items[3 * block], chance.0, state.severity)
      sum = sum + answer(items[3 * block + 1], chance.1, state.severity)
      sum = sum + answer(items[3 * block + 2], chance.2, third)
    }
    return sum
  }

  /// An answer from 0 to 3, at the item's place.
  @inline(__always)
  private func answer(_ item: Item, _ chance: N, _ severity: N) -> N {
    let logit = (chance / (1.0 - chance)).logarithm()
    let level = severity - logit * item.slope
    let nothing: N = 0.0
    let one = item.place.chosen(where: item.first.isBelow(level), else: nothing)
    let two = item.place.chosen(where: item.second.isBelow(level), else: nothing)
    let three = item.place.chosen(where: item.third.isBelow(level), else: nothing)
    return one + two + three
  }
}
