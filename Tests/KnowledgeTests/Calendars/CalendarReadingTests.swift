import Knowledge
import Testing

/// The calendars that ship, and what is refused.
@Suite struct CalendarReadingTests {
  let calendars: CareCalendars
  let rules: RuleBook

  init() throws {
    calendars = try Shipped.knowledge.get().calendars
    rules = try Shipped.knowledge.get().rules
  }

  @Test func `rules and calendars name each other`() {
    #expect(calendars.findings(with: rules) == [])
    let named = Set(rules.rules.compactMap(\.advice.calendar))
    #expect(named.count == 11)
    #expect(named.isSubset(of: Set(calendars.calendars.map(\.id.rawValue))))
  }

  @Test func `the check of names finds what is missing on either side`() throws {
    let documents = try Shipped.documents.get()
    let changed = documents.map { document in
      KnowledgeDocument(
        name: document.name,
        text: document.name == "calendars/lithium.yaml"
          ? document.text.replacing("id: lithium-organs", with: "id: lithium-other")
            .replacing(
              "    standsAlone: The rule on liothyronine gives its schedule in its own text.\n",
              with: "")
          : document.text)
    }
    let knowledge = try Knowledge(documents: changed)
    #expect(
      knowledge.calendars.findings(with: knowledge.rules) == [
        "LI-03: there is no calendar 'lithium-organs'; add it or correct the rule",
        "lithium-other: no rule names this calendar; name it in one or say why in standsAlone",
        "thyroid-hormone: no rule names this calendar; name it in one or say why in standsAlone",
      ])
  }

  @Test func `every event of the schedule but one has its beginning`() throws {
    let schedule = try #require(try Shipped.knowledge.get().schedule)
    let events = Set(schedule.domains.flatMap(\.events).map(\.event))
    // A record does not tell continuation ECT from an acute course.
    #expect(
      events.subtracting(Set(try #require(calendars.terms).events.keys)) == ["continuationECT"])
  }

  @Test func `words are written as names of a record are read`() {
    for item in calendars.calendars.flatMap(\.items) {
      for word in item.doneBy.words {
        #expect(word.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "-" }, "\(word)")
      }
    }
  }

  @Test func `esketamine waits for its label and general knowledge is marked`() throws {
    for calendar in calendars.calendars where calendar.id.rawValue.hasPrefix("esketamine") {
      #expect(calendar.pending == "label of March 2026 not yet read")
    }
    let ect = try #require(calendars.calendar("ect-cognition"))
    #expect(ect.evidence.certainty == .established && !ect.provenance.reviewed)
    #expect(try #require(calendars.calendar("ada-apa-2004")).evidence.certainty == .read)
    let session = try #require(calendars.checklists["esketamine-session"])
    #expect(session.points.count == 11 && Set(session.points.map(\.stage)).count == 3)
  }

  private static let head = """
    kind: calendars
    schemaVersion: 1
    certainty: K
    sources: [nice-ng222]
    retrieved: 2026-01-01
    reviewBy: 2027-01-01
    jurisdiction: [world]
    reviewed: false
    calendars:
      - id: other
        name: Other
        starts: { medicines: [lithium] }
        standsAlone: A test.
        certainty: K
        sources: [nice-ng222]
        items:
          - { id: one, name: one, doneBy: { words: [one] }, when: [WHEN] }

    """

  @Test(arguments: [
    ("{ every: 0, unit: weeks }", "every", "a whole number from 1 to 520"),
    ("{ every: 1 }", "unit", "a value is needed here"),
    ("{ every: 1, atEnd: true, unit: weeks }", "when[0]", "give exactly one of"),
    ("{ at: [4, 4], unit: weeks }", "at[1]", "do not rise"),
    ("{ at: [], unit: weeks }", "at", "a value is needed here"),
    ("{ afterSessions: [0] }", "afterSessions", "counts from 1"),
    ("{ visitsPerWeek: 8, unit: weeks }", "visitsPerWeek", "from 1 to 7"),
    ("{ eachSession: false }", "eachSession", "true, or leave the key out"),
    ("{ every: 1, unit: days }", "unit", "one of weeks, months, years"),
    ("{ every: 1, unit: weeks, if: [nonsense] }", "if[0]", "there is no statement 'nonsense'"),
    ("{ every: 1, unit: weeks, from: 9223372036854775807 }", "from", "from 0 to 520"),
    ("{ evry: 1, unit: weeks }", "evry", "is not known here"),
  ])
  func `a timing that makes no sense is refused by name`(
    when: String, place: String, words: String
  ) throws {
    let document = KnowledgeDocument(
      name: "calendars/other.yaml", text: Self.head.replacing("WHEN", with: when))
    let error = #expect(throws: KnowledgeError.self) {
      try Knowledge(documents: try Shipped.documents.get() + [document])
    }
    let text = try #require(error).description
    #expect(
      text.hasPrefix("calendars/other.yaml: line 17: other: calendars[0].items[0].when"), "\(text)")
    #expect(text.contains(place) && text.contains(words), "\(text)")
  }

  @Test func `a calendar that names what does not exist is refused`() throws {
    let good = Self.head.replacing("WHEN", with: "{ every: 1, unit: weeks }")
    for (old, new, words) in [
      ("medicines: [lithium]", "medicines: [lithum]", "there is no medicine 'lithum'"),
      ("medicines: [lithium]", "", "name what begins it"),
      ("words: [one]", "instruments: [one]", "there is no instrument 'one'"),
      ("standsAlone: A test.", "insteadOf: nothing", "there is no calendar 'nothing'"),
      ("id: other", "id: lithium-levels", "'lithium-levels' is used twice"),
      ("certainty: K\n    sources", "certainty: U\n    sources", "uncertain"),
      ("certainty: K\n    sources", "certainty: K\n    sorces", "sorces"),
    ] {
      let document = KnowledgeDocument(
        name: "calendars/other.yaml", text: good.replacing(old, with: new))
      let error = #expect(throws: KnowledgeError.self) {
        try Knowledge(documents: try Shipped.documents.get() + [document])
      }
      #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
    }
  }
}
