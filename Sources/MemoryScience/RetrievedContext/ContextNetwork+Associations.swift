extension ContextNetwork {
  /// How fast an item is tied to the two regions of context.
  struct LearningRates: Hashable, Sendable {
    /// From the item to temporal context, L^FC.
    var itemToTemporal = 0.0
    /// From the item to source context, L^FC.
    var itemToSource = 0.0
    /// From temporal context to the item, L^CF.
    var temporalToItem = 0.0
    /// From source context to the item, L^CF.
    var sourceToItem = 0.0
  }

  /// Ties every item to its own unit of time, as it is before the experiment.
  ///
  /// - Parameters:
  ///   - itemToContext: added to the diagonal of M^FC.
  ///   - contextToItem: added to the diagonal of M^CF.
  mutating func addOwnUnits(itemToContext: Double, contextToItem: Double) {
    for item in 0..<itemCount {
      let place = temporal.place(of: item)
      contextRow(of: item)[place.vector][place.lane] += itemToContext
      itemRow(of: item)[place.vector][place.lane] += contextToItem
    }
  }

  /// Lets the unit of one item support another, as meaning does.
  ///
  /// - Parameters:
  ///   - similarity: added to M^CF at the row of `item`, the unit of `other`.
  ///   - item: the item that is supported.
  ///   - other: the item whose unit supports it.
  mutating func add(similarity: Double, of item: Int, to other: Int) {
    let place = temporal.place(of: other)
    itemRow(of: item)[place.vector][place.lane] += similarity
  }

  /// Ties an item to a source feature, as it is before the experiment.
  ///
  /// - Parameters:
  ///   - item: the item.
  ///   - sourceUnit: the unit of its feature.
  ///   - itemToContext: added to M^FC.
  mutating func add(item: Int, sourceUnit: Int, itemToContext: Double) {
    let place = source.place(of: sourceUnit)
    contextRow(of: item)[place.vector][place.lane] += itemToContext
  }

  /// Ties an item to context as it stands: dM^FC = L^FC c f', dM^CF = L^CF f c'.
  ///
  /// - Parameters:
  ///   - item: the item.
  ///   - rates: how fast, region by region.
  mutating func learn(item: Int, _ rates: LearningRates) {
    let back = contextRow(of: item)
    let forth = itemRow(of: item)
    back.add(rates.itemToTemporal, times: context, over: temporal.vectors)
    forth.add(rates.temporalToItem, times: context, over: temporal.vectors)
    guard source.unitCount > 0 else { return }
    back.add(rates.itemToSource, times: context, over: source.vectors)
    forth.add(rates.sourceToItem, times: context, over: source.vectors)
  }

  /// How strongly context supports an item: a = M^CF c.
  ///
  /// - Parameter item: the item.
  /// - Returns: its activation.
  func support(of item: Int) -> Double {
    itemRow(of: item).dot(context, over: 0..<width)
  }

  /// The part of the support that a state of temporal context gives.
  ///
  /// - Parameters:
  ///   - item: the item.
  ///   - state: context or what comes into it.
  /// - Returns: its activation by time.
  func temporalSupport(of item: Int, by state: ContextVectors) -> Double {
    itemRow(of: item).dot(state, over: temporal.vectors)
  }

  /// The part of the support that source context gives.
  ///
  /// - Parameter item: the item.
  /// - Returns: its activation by source features.
  func sourceSupport(of item: Int) -> Double {
    itemRow(of: item).dot(context, over: source.vectors)
  }
}
