/// Context, items and the associations between them: the state that all retrieved-context models
/// share (Howard & Kahana 2002, J Math Psychol 46:269-299; Polyn, Norman & Kahana 2009).
///
/// Context has a temporal region and, in models of emotion, a source region. Items are one-hot, so that
/// learning changes one row of each matrix and costs no more than a row is long. One event takes up to
/// three steps, in the order that the model asks for: ``retrieve(item:sourceUnit:)`` or
/// ``retrieve(unit:)`` finds what comes into context, ``drift(temporal:source:)`` lets context move
/// towards it, ``learn(item:_:)`` ties the item to context as it stands. All memory is taken at the
/// start; indices are the caller's care, checked in debug builds only.
struct ContextNetwork: ~Copyable {
  /// How many items there are.
  let itemCount: Int
  /// The region of time: a unit for each item, then units of events that are no items.
  let temporal: ContextRegion
  /// The region of source features.
  let source: ContextRegion
  /// Context as it is now.
  let context: ContextVectors
  /// What was retrieved last, each region of length 1 or 0.
  let input: ContextVectors

  /// Whether what comes into source context may be shorter than 1, see ``SourceInput``.
  var keepsShortSource = false

  /// Row i: the context that item i brings back, the column of M^FC.
  private let itemToContext: ContextVectors
  /// Row i: how context supports item i, the row of M^CF.
  private let contextToItem: ContextVectors
  private let count: Int

  /// Vectors in a row.
  var width: Int { source.vectors.upperBound }

  /// Creates a network without associations, its context empty.
  ///
  /// - Parameters:
  ///   - itemCount: how many items there are.
  ///   - eventCount: how many units of time there are besides those of items: the start of a list,
  ///     distractors.
  ///   - sourceUnitCount: how many source features there are.
  init(itemCount: Int, eventCount: Int, sourceUnitCount: Int) {
    self.itemCount = itemCount
    temporal = ContextRegion(unitCount: itemCount + eventCount, after: 0)
    source = ContextRegion(unitCount: sourceUnitCount, after: temporal.vectors.upperBound)
    let width = source.vectors.upperBound
    count = width * (2 * itemCount + 2)
    context = .allocate(capacity: count)
    context.initialize(repeating: SIMD4(), count: count)
    input = context + width
    itemToContext = input + width
    contextToItem = itemToContext + width * itemCount
  }

  deinit { context.deallocate() }

  /// Forgets everything: no associations, empty context.
  mutating func clear() { context.clear(0..<count) }

  /// The context that an item brings back.
  func contextRow(of item: Int) -> ContextVectors {
    assert(0..<itemCount ~= item)
    return itemToContext + item * width
  }

  /// How context supports an item.
  func itemRow(of item: Int) -> ContextVectors {
    assert(0..<itemCount ~= item)
    return contextToItem + item * width
  }
}
