private import Foundation

/// Gives each different word a number, from 0 in the order of first use.
///
/// Two words are the same when Swift calls them equal: bytes decide where all are ASCII, and the bytes
/// of the composed form elsewhere. A table with open addressing and linear probing over the bytes
/// (Knuth 1998, The art of computer programming 3, section 6.4), at most half full.
struct WordNumbers: Sendable {
  /// How many different words there are.
  private(set) var count = 0
  /// The number of a word by its hash; -1 where a slot is free.
  private var slots = [Slot](repeating: Slot(), count: 1024)
  /// The bytes of all words, one after the other.
  private var bytes: [UInt8] = []
  /// Where the bytes of each word begin, and at the end where the next would.
  private var starts = [0]

  private struct Slot {
    var hash: UInt64 = 0
    var number = -1
  }

  /// The number of a word, a new one for a word not met before.
  mutating func number(of word: String) -> Int {
    let quick = word.utf8.withContiguousStorageIfAvailable { text in
      guard let (hash, isASCII) = Self.hash(text), isASCII else { return -1 }
      return number(of: text, hash: hash)
    }
    if let quick, quick >= 0 { return quick }
    return composed(word)
  }

  /// The number of a word that is empty or not in ASCII alone.
  @inline(never)
  private mutating func composed(_ word: String) -> Int {
    let text = Array(word.precomposedStringWithCanonicalMapping.utf8)
    return text.withUnsafeBufferPointer { text in
      number(of: text, hash: Self.hash(text)?.hash ?? 0)
    }
  }

  @inline(__always)
  private mutating func number(of text: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Int {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: hash) & mask
    while slots[place].number >= 0 {
      let slot = slots[place]
      if slot.hash == hash, isWord(slot.number, text) { return slot.number }
      place = (place + 1) & mask
    }
    return add(text, hash: hash, at: place)
  }

  @inline(never)
  private mutating func add(
    _ text: UnsafeBufferPointer<UInt8>, hash: UInt64, at place: Int
  ) -> Int {
    slots[place] = Slot(hash: hash, number: count)
    bytes.append(contentsOf: text)
    starts.append(bytes.count)
    count += 1
    if 2 * count > slots.count { grow() }
    return count - 1
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: 2 * old.count)
    for slot in old where slot.number >= 0 {
      var place = Int(truncatingIfNeeded: slot.hash) & (slots.count - 1)
      while slots[place].number >= 0 { place = (place + 1) & (slots.count - 1) }
      slots[place] = slot
    }
  }

  @inline(__always)
  private func isWord(_ number: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = starts[number]
    guard starts[number + 1] - start == text.count else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      guard let known = bytes.baseAddress, let given = text.baseAddress else { return true }
      let (left, right) = (UnsafeRawPointer(known + start), UnsafeRawPointer(given))
      guard text.count >= 8 else {
        return Self.short(left, text.count) == Self.short(right, text.count)
      }
      var differences: UInt64 = 0
      Self.forEachEight(text.count) { differences |= left.eight($0) ^ right.eight($0) }
      return differences == 0
    }
  }

  /// A hash of bytes and whether all are ASCII; none without bytes.
  @inline(__always)
  private static func hash(
    _ text: UnsafeBufferPointer<UInt8>
  ) -> (hash: UInt64, isASCII: Bool)? {
    guard let start = text.baseAddress, !text.isEmpty else { return nil }
    let memory = UnsafeRawPointer(start)
    var hash = UInt64(truncatingIfNeeded: text.count) &* 0x9E37_79B9_7F4A_7C15
    var all: UInt64 = 0
    func mix(_ word: UInt64) {
      all |= word
      hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 32
    }
    if text.count < 8 {
      mix(short(memory, text.count))
    } else {
      forEachEight(text.count) { mix(memory.eight($0)) }
    }
    return (hash, all & 0x8080_8080_8080_8080 == 0)
  }

  /// The places of groups of eight that cover all bytes, the last overlapping the one before.
  @inline(__always)
  private static func forEachEight(_ count: Int, _ body: (Int) -> Void) {
    var place = 0
    while place + 8 < count {
      body(place)
      place += 8
    }
    body(count - 8)
  }

  /// One to seven bytes as a number that is different for different ones.
  @inline(__always)
  private static func short(_ memory: UnsafeRawPointer, _ count: Int) -> UInt64 {
    if count >= 4 {
      let first = memory.loadUnaligned(as: UInt32.self)
      let last = (memory + (count - 4)).loadUnaligned(as: UInt32.self)
      return UInt64(first) << 32 | UInt64(last)
    }
    guard count > 0 else { return 0 }
    let first = memory.load(as: UInt8.self)
    let middle = memory.load(fromByteOffset: count / 2, as: UInt8.self)
    let last = memory.load(fromByteOffset: count - 1, as: UInt8.self)
    return UInt64(first) << 16 | UInt64(middle) << 8 | UInt64(last)
  }
}

extension UnsafeRawPointer {
  /// Eight bytes at a place.
  @inline(__always)
  fileprivate func eight(_ place: Int) -> UInt64 {
    (self + place).loadUnaligned(as: UInt64.self)
  }
}
