import Dispatch
import Knowledge
import Synchronization
import Testing

@testable import Accounts

/// Counts how many are somewhere at the same time.
private final class Crowd: Sendable {
  private let state = Mutex((now: 0, peak: 0))

  var peak: Int { state.withLock { $0.peak } }

  func enter() {
    state.withLock {
      $0.now += 1
      $0.peak = max($0.peak, $0.now)
    }
  }

  func leave() { state.withLock { $0.now -= 1 } }
}

struct PasswordTests {
  @Test(arguments: [
    "seven quiet herons", "correct horse battery staple", "Ein Igel sieht den Fluss",
    "vTq8w-Zkm2x!Rp", "подсолнух на окне", "雨の日は本を読む猫と一緒", "🦔 small fox & big owl",
  ])
  func `a password of some length is taken, whatever its characters`(password: String) {
    #expect(PasswordRule.fault(in: password, email: "ada@example.org") == nil)
  }

  @Test(arguments: [
    ("short", PasswordFault.tooShort), ("elevenchars", .tooShort),
    ("🦔🦔🦔", .tooShort), (String(repeating: "ab3 x", count: 52), .tooLong),
    (String(repeating: "🧑‍🧑‍🧒‍🧒", count: 60), .tooLong),
    (String(repeating: "x", count: 10_000_000), .tooLong),
    ("aaaaaaaaaaaaaa", .common), ("abcabcabcabcabc", .common), ("qwertyuiop123", .common),
    ("QWERTZuiop1234", .common), ("1234567890123", .common), ("abcdefghijklm", .common),
    ("zyxwvutsrqpon", .common), ("password123456", .common), ("P@ssw0rd2024!!", .common),
    ("Passwort-2026!", .common), ("letmein123456", .common), ("iloveyou2024!!", .common),
    ("1qaz2wsx3edc", .common), ("31.12.1999-2000", .common), ("+49 170 1234567", .common),
    ("anamnesis2026", .common), ("Depression2026", .common), ("welcomewelcome", .common),
    ("summer2026!!!", .common), ("AdminAdmin123", .common), ("myclinic 2026", .common),
    ("ada.lovelace rides", .containsEmail), ("xxADA.LOVELACExx", .containsEmail),
  ])
  func `a password that is tried first is not taken`(password: String, fault: PasswordFault) {
    #expect(PasswordRule.fault(in: password, email: "ada.lovelace@example.org") == fault)
  }

  @Test func `of a hundred at once two work, 32 wait, and the others are told to come again`()
    async throws
  {
    let pool = PasswordPool(cores: 8)
    let gate = DispatchSemaphore(value: 0)
    let (crowd, busy) = (Crowd(), Counter())
    let outcomes = try await withThrowingTaskGroup(of: Bool.self) { group in
      for _ in 0..<100 {
        group.addTask {
          do {
            return try await pool.run {
              crowd.enter()
              gate.wait()
              crowd.leave()
              return true
            }
          } catch AccountsError.busy(let seconds) {
            #expect(seconds > 0)
            busy.add()
            guard busy.count == 66 else { return false }
            // Those who wait are let in once the others were sent away and two are at work.
            for _ in 0..<3_000 where crowd.peak < 2 { try await Task.sleep(for: .milliseconds(10)) }
            for _ in 0..<34 { gate.signal() }
            return false
          }
        }
      }
      return try await group.reduce(into: [Bool]()) { $0.append($1) }
    }
    #expect(outcomes.count { $0 } == 34 && busy.count == 66)
    #expect(crowd.peak == 2)
    #expect(try await pool.run { 7 } == 7, "there is room again")
  }

  @Test func `work that fails leaves its place to the next`() async throws {
    let pool = PasswordPool(cores: 1, room: 0)
    for _ in 0..<5 {
      await #expect(throws: AccountsError.noAccount) {
        try await pool.run { throw AccountsError.noAccount }
      }
    }
    #expect(try await pool.run { 1 } == 1)
  }
}
