import MemoryScience
import Statistics

/// CMR2 and CMR3 written straight from their formulas, one number at a time, without regard for speed.
///
/// The tests and the benchmark hold ``MultiListModel`` against it. Context is one array: a unit for
/// each item, units of other events, then the cells of the source region.
struct MultiListReference {
  let model: MultiListModel
  let lists: [[Valence]]

  private var items: [Valence] { lists.flatMap { $0 } }

  /// What one recall period gave: items by their number in the session, reported or not.
  typealias Period = [(item: Int, seconds: Double, isReported: Bool)]

  private struct State {
    var context: [Double]
    var itemToContext: [[Double]]
    var contextToItem: [[Double]]
  }

  /// Simulates a session.
  func simulate(_ random: inout RandomStream) -> [Period] {
    let items = items
    let times = items.count + 2 * lists.count + 1
    let width = times + (model.source == .none ? 0 : 2)
    let parameters = model.parameters
    var state = State(
      context: zeros(width), itemToContext: items.map { _ in zeros(width) },
      contextToItem: items.map { _ in zeros(width) })
    for (item, valence) in items.enumerated() {
      state.itemToContext[item][item] = 1 - parameters.itemToContextRate
      state.contextToItem[item][item] = max(1 - parameters.contextToItemRate, 0)
      if let unit = model.source.unit(of: valence) {
        state.itemToContext[item][times + unit] = 1 - parameters.itemToContextRate
      }
    }
    var unit = items.count
    func event(_ beta: Double, _ sourceBeta: Double) {
      guard beta > 0 else { return }
      var input = zeros(width)
      input[unit] = 1
      unit += 1
      state.context = drifted(state.context, input, beta, sourceBeta, times)
    }
    event(1, 1)
    var periods: [Period] = []
    var first = 0
    for list in lists {
      for place in list.indices {
        study(first + place, items[first + place], place, &state, times)
      }
      first += list.count
      event(model.accumulator.distractorDrift, parameters.sourceDrift)
      periods.append(recall(first, &state, times, &random))
      event(model.accumulator.betweenListDrift, parameters.sourceDrift)
    }
    return periods
  }

  private func zeros(_ count: Int) -> [Double] { [Double](repeating: 0, count: count) }

  private func study(
    _ item: Int, _ valence: Valence, _ place: Int, _ state: inout State, _ times: Int
  ) {
    let parameters = model.parameters
    var input = state.itemToContext[item]
    if let unit = model.source.unit(of: valence) { input[times + unit] += 1 }
    state.context = drifted(
      state.context, normalised(input, times), parameters.encodingDrift, parameters.sourceDrift,
      times)
    var decayed = parameters.primacyScale
    for _ in 0..<place { decayed *= primacyKept }
    let attention = (decayed + 1) * (valence == .neutral ? 1 : parameters.emotionScale)
    for unit in state.context.indices {
      let rate = unit < times ? parameters.contextToItemRate : parameters.sourceToItemRate
      state.itemToContext[item][unit] += parameters.itemToContextRate * state.context[unit]
      state.contextToItem[item][unit] += attention * rate * state.context[unit]
    }
  }

  /// e^(-phi_d) as a limit, so that nothing needs a library.
  private var primacyKept: Double {
    var kept = 1 - model.parameters.primacyDecay / 1_073_741_824
    for _ in 0..<30 { kept *= kept }
    return kept
  }

  private func drifted(
    _ context: [Double], _ input: [Double], _ beta: Double, _ sourceBeta: Double, _ times: Int
  ) -> [Double] {
    var result = context
    for (part, beta) in [(0..<times, beta), (times..<context.count, sourceBeta)] {
      let dot = part.reduce(0) { $0 + context[$1] * input[$1] }
      let rho = (1 + beta * beta * (dot * dot - 1)).squareRoot() - beta * dot
      for unit in part { result[unit] = rho * context[unit] + beta * input[unit] }
    }
    return result
  }

  /// What comes into context, each region as long as 1; source context may be shorter, if so asked.
  private func normalised(_ input: [Double], _ times: Int) -> [Double] {
    var result = input
    for part in [0..<times, times..<input.count] {
      let length = part.reduce(0) { $0 + input[$1] * input[$1] }.squareRoot()
      let mayBeShort = part.lowerBound == times && model.sourceInput == .asLearned
      guard length > (mayBeShort ? 1 : 0) else { continue }
      for unit in part { result[unit] /= length }
    }
    return result
  }

  private func recall(
    _ count: Int, _ state: inout State, _ times: Int, _ random: inout RandomStream
  ) -> Period {
    let rule = model.accumulator
    let size = min(count, rule.competingLists * (lists.map(\.count).max() ?? 0))
    var period: Period = []
    var rises = zeros(count)
    var step = 0
    let last = Int((rule.recallSeconds / rule.stepSeconds).rounded())
    while true {
      let supports = (0..<count).map { item in
        zip(state.contextToItem[item], state.context).reduce(0) { $0 + $1.0 * $1.1 }
      }
      let racing = Array((0..<count).sorted { supports[$0] > supports[$1] }.prefix(size))
      guard
        let winner = race(racing, supports, rises, &step, last, &random)
      else { return period }
      let input = normalised(state.itemToContext[winner], times)
      let match = zip(input, state.context).reduce(0) { $0 + $1.0 * $1.1 }
      period.append(
        (winner, Double(step) * rule.stepSeconds, match >= rule.reportThreshold))
      state.context = drifted(
        state.context, input, model.parameters.recallDrift, model.parameters.sourceDrift, times)
      for item in rises.indices { rises[item] *= rule.thresholdKept }
      rises[winner] = rule.thresholdRise
    }
  }

  private func race(
    _ racing: [Int], _ supports: [Double], _ rises: [Double], _ step: inout Int, _ last: Int,
    _ random: inout RandomStream
  ) -> Int? {
    let rule = model.accumulator
    var x = zeros(racing.count)
    while step < last {
      step += 1
      let sum = x.reduce(0, +)
      for place in x.indices {
        let pull = supports[racing[place]] - rule.leak * x[place]
        let push = rule.inhibition * (sum - x[place])
        let noise = rule.noise * random.normal() * rule.stepShare.squareRoot()
        x[place] = max(x[place] + (pull - push) * rule.stepShare + noise, 0)
      }
      let ahead = x.indices.max {
        x[$0] - rises[racing[$0]] < x[$1] - rises[racing[$1]]
      }
      if let ahead, x[ahead] >= 1 + rises[racing[ahead]] { return racing[ahead] }
    }
    return nil
  }
}
