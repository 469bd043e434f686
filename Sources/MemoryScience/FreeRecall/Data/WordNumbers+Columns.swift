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
    return [Int32](unsafeUninitializedCapacity: words.count) { numbers, count in
      words.withUnsafeBytes { bytes in
        var place = 0
        while true {
          place = known.numberKnown(in: bytes, from: place, into: numbers)
          guard place < words.count else { break }
          let number = Int32(truncatingIfNeeded: number(of: words[place]))
          // Copies of longer texts have bytes of their own: they may not fill the table.
          if known.count < 4 * self.count { known.add(bytes.text(place), number) }
          numbers.initializeElement(at: place, to: number)
          place += 1
        }
      }
      count = words.count
    }
  }
}

extension UnsafeRawBufferPointer {
  /// The sixteen bytes of a text in a column of texts.
  @inline(__always)
  fileprivate func text(_ place: Int) -> KnownBytes.Text {
    loadUnaligned(fromByteOffset: 16 &* place, as: KnownBytes.Text.self)
  }
}

/// The numbers of words by the bytes of their texts: a table with open addressing, at most an eighth
/// full, of places in a list, so that it stays small.
private struct KnownBytes: ~Copyable {
  private var table = Table(capacity: 16_384)
  private(set) var count = 0

  /// The bytes of a text.
  struct Text: Equatable, BitwiseCopyable {
    let low: UInt64
    let high: UInt64
  }

  deinit { table.deallocate() }

  /// Gives the words of a column their numbers, up to the first that is not known.
  ///
  /// - Returns: the place of that word, or the end of the column.
  func numberKnown(
    in words: UnsafeRawBufferPointer, from start: Int,
    into numbers: UnsafeMutableBufferPointer<Int32>
  ) -> Int {
    // Copies, so that no write through a pointer makes them be read again.
    let (table, end) = (table, words.count / 16)
    var place = start
    while place < end {
      let found = table.slots[table.slot(of: words.text(place))]
      guard found > 0 else { break }
      numbers.initializeElement(at: place, to: table.entries[Int(found) &- 1].number)
      place &+= 1
    }
    return place
  }

  mutating func add(_ text: Text, _ number: Int32) {
    if 8 * count == table.capacity { grow() }
    (table.entries + count).initialize(to: Table.Entry(text: text, number: number))
    count += 1
    table.slots[table.slot(of: text)] = Int32(truncatingIfNeeded: count)
  }

  private mutating func grow() {
    let old = table
    table = Table(capacity: 2 * old.capacity)
    table.entries.update(from: old.entries, count: count)
    for index in 0..<count {
      table.slots[table.slot(of: table.entries[index].text)] = Int32(truncatingIfNeeded: index + 1)
    }
    old.deallocate()
  }
}

extension KnownBytes {
  fileprivate struct Table {
    struct Entry: BitwiseCopyable {
      let text: Text
      let number: Int32
    }

    /// For each slot a place in ``entries`` and 1, or 0 where it is free.
    let slots: UnsafeMutablePointer<Int32>
    let entries: UnsafeMutablePointer<Entry>
    /// How many slots there are, a power of 2.
    let capacity: Int
    /// How far a hash is shifted to number a slot.
    private let shift: UInt64

    init(capacity: Int) {
      self.capacity = capacity
      shift = UInt64(64 - capacity.trailingZeroBitCount)
      slots = .allocate(capacity: capacity)
      slots.initialize(repeating: 0, count: capacity)
      entries = .allocate(capacity: capacity / 8)
    }

    func deallocate() {
      slots.deallocate()
      entries.deallocate()
    }

    /// The slot of a text, or the free one where it would be.
    @inline(__always)
    func slot(of text: Text) -> Int {
      let mixed =
        (text.low ^ (text.high &* 0xC2B2_AE3D_27D4_EB4F)) &* 0x9E37_79B9_7F4A_7C15
      // The highest bits of a product depend on all bits of its factors.
      var slot = Int(truncatingIfNeeded: mixed &>> shift)
      while slots[slot] > 0, entries[Int(slots[slot]) &- 1].text != text {
        slot = (slot &+ 1) & (capacity &- 1)
      }
      return slot
    }
  }
}
