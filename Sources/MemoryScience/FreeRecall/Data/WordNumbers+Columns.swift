extension WordNumbers {
  /// The numbers of all words of a column.
  ///
  /// A text is sixteen bytes of memory, which hold a short text whole and say of a longer one where it
  /// lies. Texts that are all held by the column and have the same bytes are the same, however Swift lays
  /// a text out, so that a word that comes again is found by these bytes without a look at its letters.
  /// What is not found so, such as a copy of a longer text, is looked up as a word.
  ///
  /// - Parameter words: the column, of fewer words than 32 bits can number.
  /// - Returns: one number per word.
  mutating func numbers(of words: [String]) -> [Int32] {
    guard MemoryLayout<String>.stride == 16 else {
      return words.map { Int32(truncatingIfNeeded: number(of: $0)) }
    }
    var known = KnownBytes()
    return words.withUnsafeBytes { bytes in
      words.indices.map { place in
        let low = bytes.loadUnaligned(fromByteOffset: 16 * place, as: UInt64.self)
        let high = bytes.loadUnaligned(fromByteOffset: 16 * place + 8, as: UInt64.self)
        if let number = known.number(low, high) { return number }
        let number = Int32(truncatingIfNeeded: number(of: words[place]))
        // Copies of longer texts have bytes of their own: they may not fill the table.
        if known.count < 4 * count { known.add(low, high, number) }
        return number
      }
    }
  }
}

/// The numbers of words by the bytes of their texts: a table with open addressing, at most a quarter
/// full, of places in a list, so that it stays small.
private struct KnownBytes: ~Copyable {
  /// For each slot a place in ``entries`` and 1, or 0 where it is free.
  private var slots: UnsafeMutablePointer<Int32>
  private var entries: UnsafeMutablePointer<Entry>
  /// How many slots there are, and how far a hash is shifted to number one.
  private var capacity = 4096
  private var shift: UInt64 = 52
  private(set) var count = 0

  private struct Entry {
    let low: UInt64
    let high: UInt64
    let number: Int32
  }

  init() {
    slots = .allocate(capacity: capacity)
    slots.initialize(repeating: 0, count: capacity)
    entries = .allocate(capacity: capacity / 4)
  }

  deinit {
    slots.deallocate()
    entries.deallocate()
  }

  @inline(__always)
  func number(_ low: UInt64, _ high: UInt64) -> Int32? {
    let found = slots[place(low, high)]
    return found > 0 ? entries[Int(found) &- 1].number : nil
  }

  mutating func add(_ low: UInt64, _ high: UInt64, _ number: Int32) {
    if 4 * count == capacity { grow() }
    (entries + count).initialize(to: Entry(low: low, high: high, number: number))
    count += 1
    slots[place(low, high)] = Int32(truncatingIfNeeded: count)
  }

  /// Where the bytes are, or the free slot where they would be.
  @inline(__always)
  private func place(_ low: UInt64, _ high: UInt64) -> Int {
    let mixed = (low ^ (high &* 0xC2B2_AE3D_27D4_EB4F)) &* 0x9E37_79B9_7F4A_7C15
    // The highest bits of a product depend on all bits of its factors.
    var place = Int(truncatingIfNeeded: mixed >> shift)
    while slots[place] > 0 {
      let entry = entries + (Int(slots[place]) &- 1)
      if entry.pointee.low == low, entry.pointee.high == high { break }
      place = (place &+ 1) & (capacity &- 1)
    }
    return place
  }

  private mutating func grow() {
    let old = entries
    slots.deallocate()
    capacity *= 2
    shift -= 1
    slots = .allocate(capacity: capacity)
    slots.initialize(repeating: 0, count: capacity)
    entries = .allocate(capacity: capacity / 4)
    entries.moveInitialize(from: old, count: count)
    old.deallocate()
    for index in 0..<count {
      slots[place(entries[index].low, entries[index].high)] = Int32(truncatingIfNeeded: index + 1)
    }
  }
}
