import Knowledge
import Synchronization
import TestKit
import Testing
import Time

@testable import Accounts

struct LimitTests {
  @Test func `a bucket lets through five, then pauses that grow to a quarter of an hour`() {
    var bucket = TokenBucket(capacity: 5, at: noon)
    for _ in 0..<5 { #expect(bucket.take(at: noon) == nil) }
    #expect(bucket.take(at: noon) == 12_000, "until the next try has come back")
    #expect(bucket.take(at: noon) == 12_000, "trying during a pause makes it no longer")
    var (now, pauses) = (noon, [Int64]())
    for _ in 0..<16 {
      let wait = bucket.take(at: now) ?? 0
      now = Instant(milliseconds: now.milliseconds + wait)
      let passed = bucket.take(at: now)
      #expect(passed == nil, "nobody is locked out for good")
      pauses.append(wait)
    }
    #expect(pauses.sorted() == pauses && pauses.last == TokenBucket.longestPause)
    #expect(pauses.contains(256_000) && !pauses.contains { $0 > TokenBucket.longestPause })
  }

  @Test func `a million tries at random times stay within the bound and in bounded memory`() {
    var random = SeededRandom(seed: 5)
    var limits = SignInLimits(limit: 1000)
    var bucket = TokenBucket(capacity: 5, at: noon)
    var (now, wrong, free) = (noon, 0, 0)
    for step in 0..<1_000_000 {
      // Half of the time at once, else up to two minutes later; now and then a jump of the clock.
      let pause = Int64.random(in: -120_000..<120_000, using: &random)
      let jump: Int64 = step.isMultiple(of: 9973) ? -3_600_000 : 0
      now = Instant(milliseconds: now.milliseconds + max(0, pause) + jump)
      if let wait = bucket.take(at: now) {
        if wait <= 0 || wait > TokenBucket.longestPause { wrong += 1 }
      } else {
        free += 1
      }
      if step.isMultiple(of: 8) {
        let name = withUnsafeBytes(of: UInt32.random(in: 0..<5000, using: &random)) { Array($0) }
        let network = AddressBlock("10.\(step % 256).\(step % 199).1")
        _ = limits.tryNetwork(network, at: now)
        _ = limits.tryPassword(of: name, from: network, at: now)
        _ = limits.tryCode(of: name, from: network, at: now)
        if step.isMultiple(of: 80) { limits.succeed(name, from: network) }
        if limits.count > 4000 { wrong += 1 }
      }
    }
    #expect(wrong == 0 && free > 1000)
  }

  @Test func `half a million guesses in an hour try five a minute, and every owner gets in`() {
    var limits = SignInLimits()
    let names = (0..<1000).map { Array("account \($0)".utf8) }
    for name in names { limits.succeed(name, from: AddressBlock("192.0.2.1")) }
    var tried = [Int](repeating: 0, count: 1000)
    for guess in 0..<500_000 {
      let now = Instant(milliseconds: noon.milliseconds + Int64(guess) * 36 / 5)
      // Every guess from another network: the bound of networks does not help.
      let network = AddressBlock("10.\(guess / 256 % 256).\(guess % 256).1")
      if limits.tryPassword(of: names[guess % 1000], from: network, at: now) == nil {
        tried[guess % 1000] += 1
      }
    }
    #expect(tried.allSatisfy { $0 <= 5 * 60 })
    let end = noon.later(by: 3600)
    #expect(
      names.allSatisfy {
        limits.tryPassword(of: $0, from: AddressBlock("192.0.2.77"), at: end) == nil
      }, "from their own network at once")
    let stranger = AddressBlock("203.0.113.1")
    let waits = names.map { limits.tryPassword(of: $0, from: stranger, at: end) ?? 0 }
    #expect(waits.allSatisfy { $0 <= TokenBucket.longestPause }, "from elsewhere after a pause")
    // The control: without a bound, each of five hundred guesses would be tried.
    let unbounded = 500_000 / 1000
    #expect(unbounded > 5 * 60 && (tried.max() ?? 0) < unbounded / 4)
  }

  @Test(
    arguments: [
      ("192.0.2.7", [192, 0, 2]), ("::ffff:192.0.2.7", [192, 0, 2]),
      ("2001:db8:1:2ff::9", [0x20, 1, 0x0d, 0xb8, 0, 1, 2]),
      ("fe80::1%eth0", [0xfe, 0x80, 0, 0, 0, 0, 0]), ("", []), ("192.0.2", []), ("a.b.c.d", []),
      ("192.0.2.7:80", []), (String(repeating: "1", count: 100_000), []),
    ] as [(String, [UInt8])])
  func `an address is counted with its network`(address: String, block: [UInt8]) {
    #expect(AddressBlock(address).bytes == block)
  }
}
