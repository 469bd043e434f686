extension ContextNetwork {
  /// Finds what an item brings into context, each region made as long as 1 unless it is empty.
  ///
  /// - Parameters:
  ///   - item: the item that is presented or recalled.
  ///   - sourceUnit: the unit of a source feature that is presented with it, as strong as
  ///     `sourceWeight`; none for an item without one.
  ///   - sourceWeight: how strongly the feature itself drives its unit, beside what the item brings back.
  mutating func retrieve(item: Int, sourceUnit: Int? = nil, sourceWeight: Double = 1) {
    let row = contextRow(of: item)
    for index in 0..<width { input[index] = row[index] }
    if let sourceUnit {
      let place = source.place(of: sourceUnit)
      input[place.vector][place.lane] += sourceWeight
    }
    normalise(temporal)
    normalise(source, keepingShort: keepsShortSource)
  }

  /// Finds what an event brings into context that is no item: the start of a list, a distractor.
  ///
  /// - Parameters:
  ///   - unit: its unit of time, counted from the units of items on: `itemCount` is the first.
  ///   - sourceUnit: the source feature of the event, if it has one.
  mutating func retrieve(unit: Int, sourceUnit: Int? = nil) {
    assert(0..<temporal.unitCount ~= unit)
    input.clear(0..<width)
    let place = temporal.place(of: unit)
    input[place.vector][place.lane] = 1
    guard let sourceUnit else { return }
    let feature = source.place(of: sourceUnit)
    input[feature.vector][feature.lane] = 1
  }

  /// Lets context move towards what was retrieved: c = rho c + beta c_in.
  ///
  /// A region of length 1 keeps it when something came in. A region into which nothing came fades by
  /// sqrt(1 - beta^2); an empty one that something comes into grows towards length 1.
  ///
  /// - Parameters:
  ///   - beta: how far temporal context moves, from 0 (not at all) to 1 (all the way).
  ///   - sourceBeta: the same for source context.
  ///   - other: what context moves towards instead of what was retrieved last.
  /// - Returns: rho of temporal context: how much of it stays.
  @discardableResult
  mutating func drift(
    temporal beta: Double, source sourceBeta: Double, towards other: ContextVectors? = nil
  ) -> Double {
    drift(source, sourceBeta, towards: other ?? input)
    return drift(temporal, beta, towards: other ?? input)
  }

  /// How alike context and what was retrieved are, over all regions: c . c_in.
  var match: Double { context.dot(input, over: 0..<width) }

  /// How active a source feature is in context.
  ///
  /// - Parameter unit: the unit of the feature.
  /// - Returns: from -1 to 1; 0 while nothing has driven it.
  func sourceActivity(_ unit: Int) -> Double {
    let place = source.place(of: unit)
    return context[place.vector][place.lane]
  }

  @discardableResult
  private mutating func drift(
    _ region: ContextRegion, _ beta: Double, towards input: ContextVectors
  ) -> Double {
    guard region.unitCount > 0, beta != 0 else { return 1 }
    let overlap = context.dot(input, over: region.vectors)
    let rho = (1 + beta * beta * (overlap * overlap - 1)).squareRoot() - beta * overlap
    for index in region.vectors { context[index] = rho * context[index] + beta * input[index] }
    return rho
  }

  private mutating func normalise(_ region: ContextRegion, keepingShort: Bool = false) {
    let square = input.dot(input, over: region.vectors)
    guard square > (keepingShort ? 1 : 0) else { return }
    input.scale(by: 1 / square.squareRoot(), over: region.vectors)
  }
}
