import Testing

@testable import Accounts

/// Words that a browser keeps, sealed, for somebody who was signed out.
@Suite struct UnsentTests {
  @Test func `sealed words open for their owner and nobody else, and not once altered`()
    async throws
  {
    let office = try await Office()
    let admin = try await office.admin()
    let other = try await office.staff(.clinician, "Clara", by: admin)
    let accounts = office.accounts
    let words = Array("what I wrote".utf8)
    let owner = try await accounts.formOwner(admin.id)
    #expect(owner == (try await accounts.formOwner(admin.id)))
    #expect(owner != (try await accounts.formOwner(other.id)))
    #expect(!owner.contains(admin.id.description))
    let sealed = try await accounts.seal(unsent: words, for: owner)
    #expect(try await accounts.open(unsent: sealed, for: admin.id) == words)
    #expect(try await accounts.open(unsent: sealed, for: other.id) == nil)
    for index in sealed.indices {
      var altered = sealed
      altered[index] ^= 1
      #expect(try await accounts.open(unsent: altered, for: admin.id) == nil, "byte \(index)")
    }
    for length in [0, 1, 47, 48, 49, sealed.count - 1] {
      let cut = Array(sealed.prefix(length))
      #expect(try await accounts.open(unsent: cut, for: admin.id) == nil)
    }
  }

  @Test func `what was sealed under a key that is gone does not open`() async throws {
    let office = try await Office()
    let admin = try await office.admin()
    let owner = try await office.accounts.formOwner(admin.id)
    let sealed = try await office.accounts.seal(unsent: [1, 2, 3], for: owner)
    let later = try await Office()
    let stranger = try await later.admin()
    #expect(try await later.accounts.open(unsent: sealed, for: stranger.id) == nil)
    #expect(try await later.accounts.open(unsent: sealed, for: admin.id) == nil)
  }
}
