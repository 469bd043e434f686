import Foundation
import Knowledge
import Testing
import Time

@testable import Accounts

/// The policy as a table written by hand, against which the one in the code is held.
struct PolicyTests {
  /// Who asks: a column of the table.
  enum Asker: CaseIterable {
    case nobody, half, patient, clinician, researcher, admin, auditor, solo

    var roles: Set<Role> {
      switch self {
      case .nobody, .half, .clinician: [.clinician]
      case .patient: [.patient]
      case .researcher: [.researcher]
      case .admin: [.admin]
      case .auditor: [.auditor]
      case .solo: [.patient, .admin]
      }
    }
  }

  /// How the asker stands to the patient.
  enum Relation: CaseIterable {
    case none, own, team, emergency, research, quality

    var context: PatientContext {
      switch self {
      case .none: PatientContext()
      case .own: PatientContext(isOwn: true)
      case .team: PatientContext(isInCareTeam: true)
      case .emergency: PatientContext(isOpenedInEmergency: true)
      case .research: PatientContext(consents: [.research])
      case .quality: PatientContext(consents: [.quality])
      }
    }
  }

  /// For each permission and each asker in the order above: `-` never, `+` always, `p` only with a
  /// recent proof, and else the first letters of the relations that allow it, capitals where a recent
  /// proof is needed.
  static let expected: [Permission: String] = [
    //                     nobody half patient clinician researcher admin auditor solo
    .open: "+ + + + + + + +",
    .finishSignIn: "- + + + + + + +",
    .ownAccount: "- - + + + + + +",
    .deleteOwnAccount: "- - p p p p p p",
    .readRecord: "- - o te - - - o",
    .writeRecord: "- - o te - - - o",
    .exportRecord: "- - O T - - - O",
    .keepTherapyNotes: "- - - t - - - -",
    .seeAccesses: "- - o - - - - o",
    .giveConsent: "- - O - - - - O",
    .listPatients: "- - - + - - - -",
    .breakGlass: "- - - p - - - -",
    .reviewBreakGlass: "- - - - - - + -",
    .readForResearch: "- - - - r - - -",
    .readForQuality: "- - - q - - - -",
    .invitePatients: "- - - + - + - +",
    .manageAccounts: "- - - - - + - +",
    .changeRoles: "- - - - - p - p",
    .manageCareTeams: "- - - t - p - p",
    .readTrail: "- - - - - - + -",
    .watchSystem: "- - - - - + - +",
  ]

  private func actor(_ asker: Asker, isProved: Bool) -> Actor? {
    if asker == .nobody { return nil }
    return Actor(
      account: AccountID(bytes: [1]), roles: asker.roles, patient: nil,
      session: SessionHandle(bytes: [2]), stage: asker == .half ? .settingUp : .full,
      proved: isProved ? noon : noon.later(by: -301))
  }

  private func allows(_ cell: Substring, _ relation: Relation, isProved: Bool) -> Bool {
    let letters: [Relation: Character] = [
      .own: "o", .team: "t", .emergency: "e", .research: "r", .quality: "q",
    ]
    switch cell {
    case "-": return false
    case "+": return true
    case "p": return isProved
    default:
      guard let letter = letters[relation] else { return false }
      return cell.contains(letter)
        || isProved && cell.contains(Character(letter.uppercased()))
    }
  }

  @Test func `every cell of the matrix is what the table written by hand says`() throws {
    var cells = 0
    for permission in Permission.allCases {
      let row = try #require(PolicyTests.expected[permission]).split(separator: " ")
      for (asker, cell) in zip(Asker.allCases, row) {
        for relation in Relation.allCases {
          for isProved in [false, true] {
            let decision = Policy.decide(
              permission, actor: actor(asker, isProved: isProved), patient: relation.context,
              now: noon)
            #expect(
              decision.isAllowed == allows(cell, relation, isProved: isProved),
              "\(permission) \(asker) \(relation) \(isProved)")
            cells += 1
          }
        }
      }
      #expect(row.count == Asker.allCases.count)
    }
    #expect(cells == Permission.allCases.count * 8 * 6 * 2)
  }

  @Test func `a table that allows one cell more is told apart`() {
    let row = "- - o te t - - o".split(separator: " ")
    let decision = Policy.decide(
      .readRecord, actor: actor(.researcher, isProved: true), patient: Relation.team.context,
      now: noon)
    #expect(decision.isAllowed != allows(row[4], .team, isProved: true))
  }

  @Test func `each permission has a rule, and each role something to do`() {
    for permission in Permission.allCases {
      #expect(!Policy.rules(for: permission).isEmpty)
    }
    for role in Role.allCases {
      #expect(Policy.table.contains { $0.rule.role == role })
    }
    #expect(Policy.table.count >= Permission.allCases.count)
  }

  @Test func `no role ever sees content that is not meant for it`() {
    #expect(Policy.content(of: .researcher) == [.deidentified])
    #expect(Policy.content(of: .auditor) == [.trail, .accounts])
    #expect(Policy.content(of: .admin).isDisjoint(with: [.clinical, .deidentified, .trail]))
    #expect(Policy.content(of: .patient).isDisjoint(with: [.deidentified, .system]))
    #expect(Policy.content(of: .clinician).isDisjoint(with: [.system]))
    let roles = Role.allCases.filter { Policy.content(of: $0).contains(.psychotherapy) }
    #expect(roles == [.clinician])
  }

  @Test func `only help and signing in need nobody, and no record is reached without a patient`() {
    let open = Permission.allCases.filter {
      Policy.decide($0, actor: nil, now: noon).isAllowed
    }
    #expect(open == [.open])
    for asker in Asker.allCases {
      for permission in Permission.allCases
      where permission.needsPatient
        && Policy.decide(permission, actor: actor(asker, isProved: true), now: noon).isAllowed
      {
        Issue.record("\(permission) without a patient for \(asker)")
      }
    }
  }

  @Test func `a grant says what may be shown and whether it is an emergency`() throws {
    let decision = Policy.decide(
      .readRecord, actor: actor(.clinician, isProved: false),
      patient: Relation.emergency.context, now: noon)
    guard case .allowed(let grant) = decision else {
      Issue.record("refused")
      return
    }
    #expect(grant.isEmergency && grant.content == [.identity, .clinical])
  }

  @Test func `a proof from the future does not count`() {
    #expect(!SessionClock.isRecent(noon.later(by: 1), now: noon))
    #expect(SessionClock.isRecent(noon, now: noon.later(by: 300)))
    #expect(!SessionClock.isRecent(noon, now: noon.later(by: 301)))
  }
}

extension PolicyTests {
  @Test func `the documentation holds the table as it is`() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let page = try String(
      contentsOf: root.appending(path: "docs/accounts.md"), encoding: .utf8)
    let lines = page.split(separator: "\n").map(String.init)
    let rows = lines.filter { $0.hasPrefix("| `") || $0.hasPrefix("| what") }
    #expect(rows == Policy.markdown.filter { !$0.hasPrefix("| ---") }, "\(Policy.markdown)")
  }
}
