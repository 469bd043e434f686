import HTML
import Pages

extension SitePages {
  private static var emergency: Visit {
    var visit = inside
    visit.emergencyEnd = "23:40"
    return visit
  }

  private static var writing: Visit {
    var visit = inside
    visit.formOwner = "7f3a09c1aa3f91b0"
    return visit
  }

  private static var treating: Visit {
    var visit = writing
    visit.about = Visit.About(
      name: "Mira Example",
      links: [.init("Record", path: "/people/1"), .init("Your patients", path: "/people")])
    return visit
  }

  static var records: [String: String] {
    [
      "accesses": AccessesPage(
        inside,
        rows: [
          .init(
            when: "20 Nov 2026, 23:10", who: "Dr. Jona Sample, clinician",
            what: "opened your record", why: "Brought in at night, no answers possible",
            isEmergency: true),
          .init(
            when: "20 Nov 2026, 9:04", who: "Dr. Alex Test, clinician", what: "read your record",
            why: "treatment"),
          .init(when: "19 Nov 2026, 20:31", who: "You", what: "added an entry", why: ""),
        ], pager: Pager(newer: "/access?after=20", older: "/access?before=18")
      ).html,
      "accesses-none": AccessesPage(inside, rows: []).html,
      "sharing": SharingPage(
        inside,
        items: [
          .init(
            id: "research", title: "Research without your name",
            words: "Your numbers, never your words, may be read together with those of others.",
            since: "3 Oct 2026"),
          .init(
            id: "family", title: "A person you trust",
            words: "They may read the same overview as you.", since: nil),
        ]
      ).html,
      "people": PeoplePage(
        inside,
        rows: [
          .init(
            name: "Mira Example", path: "/people/1", note: "Last entry 21 Nov 2026",
            signal: "an answer of 20 Nov 2026", notes: "/people/1/notes"),
          .init(
            name: "Sam Invented", path: "/people/2", note: "Last entry 3 Nov 2026",
            notes: "/people/2/notes"),
        ], pager: Pager(older: "/people?after=2"), mayBreakGlass: true
      ).html,
      "empty-record-emergency": EmptyRecordPage(emergency).html,
      "new-patient": PersonPage(writing, occasion: .newPatient).html,
      "new-patient-wrong": PersonPage(
        writing, occasion: .newPatient, name: "Mira", email: "mira", problems: [.email]
      ).html,
      "unsent": UnsentPage(
        writing, action: "/people/1/notes",
        fields: [
          .about: "Your notes on Mira Example", .note: "3",
          .text: "She came early.\n\nWe spoke about her sister, and about next week.",
        ]
      ).html,
      "unsent-emergency": UnsentPage(
        writing, action: "/people/special-access",
        fields: [
          .about: "Open a record in an emergency", .person: "p-77",
          .reason: "Brought in at night, no answers possible",
        ], asksPassword: true
      ).html,
      "own-notes": OwnNotesPage(
        treating, person: "Mira Example",
        rows: [
          .init(when: "21 Nov 2026, 9:10", path: "/people/1/notes/2"),
          .init(when: "14 Nov 2026, 9:05", path: "/people/1/notes/1", isCorrected: true),
        ], form: OwnNoteForm(action: "/people/1/notes", note: "3"),
        pager: Pager(older: "/people/1/notes?before=1")
      ).html,
      "own-notes-wrong": OwnNotesPage(
        treating, person: "Mira Example", rows: [],
        form: OwnNoteForm(
          action: "/people/1/notes", note: "3", problems: [.text(maximum: 20_000)])
      ).html,
      "own-note": OwnNotePage(
        treating, person: "Mira Example", when: "21 Nov 2026, 9:10",
        text: "She came early.\n\nWe spoke about her sister, and about next week.",
        corrected: "/people/1/notes/1", correction: "/people/1/notes/4", notes: "/people/1/notes",
        form: OwnNoteForm(
          action: "/people/1/notes", note: "3", corrects: "2", text: "She came early.")
      ).html,
      "people-none": PeoplePage(inside, rows: []).html,
      "special-access": SpecialAccessPage(inside).html,
      "special-access-wrong": SpecialAccessPage(
        inside, person: "77", reason: "night",
        problems: [.shortReason(minimum: 10), .person, .wrongPassword]
      ).html,
    ]
  }

  static var administration: [String: String] {
    [
      "accounts": AccountsPage(
        inside, rows: accounts, roles: roles, name: "", email: "mira",
        role: "clinician", problems: [.name, .email]
      ).html,
      "accounts-no-role": AccountsPage(
        inside, rows: accounts, roles: roles, problems: [.role]
      ).html,
      "one-time-link": OneTimeLinkPage(
        inside, purpose: .invitation, name: "Dr. Jona Sample",
        link: "https://clinic.example.org/invitation/0HkcZm1vC3bYp3lJ5cWl9xE2RrT8uQnA7dGsK4fVwXo",
        ends: "29 Nov 2026, 14:02"
      ).html,
      "one-time-link-people": OneTimeLinkPage(
        inside, purpose: .invitation, name: "Mira Example",
        link: "https://clinic.example.org/invitation/0HkcZm1vC3bYp3lJ5cWl9xE2RrT8uQnA7dGsK4fVwXo",
        ends: "29 Nov 2026, 14:02", back: .people
      ).html,
      "emergencies": EmergenciesPage(
        inside,
        rows: [
          .init(
            id: "1", when: "20 Nov 2026, 23:10", who: "Dr. Jona Sample",
            record: "c04e8812aa3f91b0", reason: "Brought in at night, no answers possible.",
            reviewed: nil),
          .init(
            id: "2", when: "3 Oct 2026, 2:40", who: "Dr. Alex Test", record: "7f3a09c1aa3f91b0",
            reason: nil, reviewed: "4 Oct 2026, 8:30"),
        ]
      ).html,
      "emergencies-none": EmergenciesPage(inside, rows: []).html,
      "care-team": CareTeamPage(
        inside, action: "/admin/teams/1", person: "Mira Example",
        members: [
          .init(id: "1", name: "Dr. Jona Sample", since: "3 Oct 2026"),
          .init(id: "2", name: "Dr. Alex Test", since: nil),
        ]
      ).html,
      "trail": TrailPage(
        inside, rows: (0..<12).map(event), total: 1_284_407,
        pager: Pager(older: "/trail?before=1284395")
      ).html,
    ]
  }

  private static let roles = [
    Choice(id: "patient", words: "Patient: their own record"),
    Choice(id: "clinician", words: "Clinician: the records of those they care for"),
    Choice(id: "auditor", words: "Auditor: the audit trail alone"),
  ]

  private static let accounts = [
    AccountsPage.Row(
      id: "1", name: "Mira Example", note: "patient, no second step", teamPath: "/admin/teams/1",
      actions: [
        .init("Make a link for a new password", path: "/admin/accounts/1/password"),
        .init("Switch off", path: "/admin/accounts/1/off"),
      ]),
    AccountsPage.Row(
      id: "2", name: "Dr. Jona Sample", note: "clinician, invited until 29 Nov 2026",
      actions: [.init("Withdraw the invitation", path: "/admin/accounts/2/off")]),
  ]

  private static func event(_ index: Int) -> TrailPage.Row {
    .init(
      number: Int64(1_284_407 - index), when: "22 Nov 2026, 14:0\(index % 10)",
      actor: "7f3a09c1", role: "clinician", action: "read", purpose: "treatment",
      subject: "c04e8812aa3f", outcome: "done")
  }
}
