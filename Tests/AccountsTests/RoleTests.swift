import Accounts
import Testing

@Suite struct RoleTests {
  @Test func `a role is stored as its name`() {
    #expect(
      Role.allCases.map(\.rawValue)
        == ["patient", "clinician", "researcher", "admin", "auditor"])
  }
}
