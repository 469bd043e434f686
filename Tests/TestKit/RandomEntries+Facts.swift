import JSON
import Knowledge
import PatientRecord
import Time

extension RandomEntries {
  mutating func fact(_ kind: Fact.Kind) throws -> Fact {
    switch kind {
    case .checkIn, .response, .taskResult, .sleep, .activity, .substance: try told(kind)
    case .course, .doseStep, .intake, .session, .measurement, .sideEffect: try treated(kind)
    case .keepsake, .retrieval, .practice, .lifeEvent, .note, .goal: try practised(kind)
    default: try agreed(kind)
    }
  }

  private mutating func told(_ kind: Fact.Kind) throws -> Fact {
    switch kind {
    case .checkIn:
      let items: [CheckInItemID] = ["mood", "energy", "tension"]
      let ratings = try items.map { ItemRating(item: $0, rating: try rating()) }
      return .checkIn(try CheckIn(ratings: ratings, goodMoment: try maybe { try $0.text() }))
    case .response:
      let answers = Dictionary(
        uniqueKeysWithValues: (1...9).filter { _ in flip(0.9) }.map {
          (ItemID(rawValue: "q\($0)"), $0 % 4)
        })
      return .response(
        try Response(
          instrument: pick(["phq9", "gad7", "nonesuch"], else: "phq9"),
          instrumentVersion: try maybe { try $0.name() },
          content: flip() ? .answers(answers) : .total(pick([3, 27, 99.5], else: 1)),
          rater: choice(.other), mode: choice(.paper), licenceAttested: maybe { $0.flip() }))
    case .taskResult:
      return .taskResult(
        TaskResult(
          task: try name(), version: try name(), form: try maybe { try $0.name() },
          summary: try some { try $0.named() },
          trials: try maybe { _ in try JSONValue(parsing: #"[{"b":1.50,"a":null},[true,"x"]]"#) }))
    case .sleep:
      let rise = instant()
      return .sleep(
        try Sleep(
          lightsOut: maybe { _ in rise.advanced(byDays: -0.4) },
          sleepOnsetLatency: try maybe { try $0.minutes() },
          awakenings: try maybe { try $0.count() },
          wakeAfterSleepOnset: try maybe { try $0.minutes() },
          finalWake: maybe { _ in rise.advanced(byDays: -0.1) }, rise: rise,
          duration: try maybe { try $0.minutes() }, quality: try maybe { try $0.rating() }))
    case .activity:
      return .activity(
        Activity(
          kind: choice(.walking), name: try maybe { try $0.name() },
          duration: try maybe { try $0.minutes() }, steps: try maybe { try $0.count() },
          distance: try maybe { try $0.quantity() }, effort: try maybe { try $0.rating() },
          enjoyment: try maybe { try $0.rating() }))
    default:
      return .substance(
        Substance(
          kind: choice(.alcohol), name: try maybe { try $0.name() },
          amount: try maybe { try $0.quantity() }))
    }
  }

  private mutating func treated(_ kind: Fact.Kind) throws -> Fact {
    switch kind {
    case .course:
      return .course(
        Course(
          kind: choice(.phase), name: try name(), status: choice(.active),
          plan: try maybe { try $0.text() }, reason: try maybe { try $0.text() }))
    case .doseStep:
      let doses = [try Quantity(number(), .milligram), try Quantity(number(), .milligram)]
      return .doseStep(
        try DoseStep(
          substance: try name(), dosePerDay: doses[0], previousPerDay: maybe { _ in doses[1] },
          reason: try maybe { try $0.text() }))
    case .intake:
      return .intake(
        Intake(
          substance: try name(), outcome: choice(.taken), amount: try maybe { try $0.quantity() }))
    case .session:
      return .session(
        Session(
          kind: choice(.ect), name: try maybe { try $0.name() }, outcome: choice(.completed),
          course: maybe { $0.anyID() }, number: try maybe { try $0.count() },
          parameters: try some { try $0.named() },
          observations: try some {
            Observation(after: try $0.minutes(), measure: try $0.named())
          },
          checklist: try some { ChecklistItem(name: try $0.name(), isMet: $0.flip()) },
          note: try maybe { try $0.text() }))
    case .measurement:
      return .measurement(
        try Measurement(
          kind: choice(.vital), name: try name(),
          coding: try maybe { Coding(system: try $0.name(), code: try $0.name()) },
          values: try some(atLeast: 1) { try $0.named() }))
    default:
      return .sideEffect(
        SideEffect(
          name: try name(), severity: choice(.mild), status: choice(.present),
          attributedTo: try maybe { try $0.name() }, note: try maybe { try $0.text() }))
    }
  }

  private mutating func practised(_ kind: Fact.Kind) throws -> Fact {
    switch kind {
    case .keepsake:
      return .keepsake(
        Keepsake(
          title: try name(), story: try maybe { try $0.text() }, when: try maybe { try $0.name() },
          place: try maybe { try $0.name() }, people: try some { try $0.name() },
          senses: try maybe { try $0.text() }, meaning: try maybe { try $0.text() },
          photo: try maybe { try $0.name() }))
    case .retrieval:
      return .retrieval(
        Retrieval(
          keepsake: anyID(), mode: choice(.retrieve), specificity: maybe { $0.choice(.specific) },
          latency: try maybe { try $0.quantity() }, vividness: try maybe { try $0.rating() },
          moodBefore: try maybe { try $0.rating() }, moodAfter: try maybe { try $0.rating() },
          account: try maybe { try $0.text() }))
    case .practice:
      return .practice(
        Practice(
          kind: choice(.movement), name: try maybe { try $0.name() }, outcome: choice(.done),
          duration: try maybe { try $0.minutes() }, before: try maybe { try $0.rating() },
          after: try maybe { try $0.rating() }, note: try maybe { try $0.text() }))
    case .lifeEvent:
      return .lifeEvent(
        LifeEvent(
          title: try name(), valence: choice(.mixed), impact: try maybe { try $0.rating() },
          note: try maybe { try $0.text() }))
    case .note: return .note(Note(text: try text(), audience: choice(.everyone)))
    default:
      return .goal(
        Goal(
          title: try name(), status: choice(.open),
          target: maybe { Zone.utc.day(at: $0.instant()) },
          progress: try maybe { try $0.rating() }, note: try maybe { try $0.text() }))
    }
  }

  private mutating func agreed(_ kind: Fact.Kind) throws -> Fact {
    switch kind {
    case .consent:
      return .consent(
        Consent(
          subject: try name(), version: try name(), outcome: choice(.granted),
          note: try maybe { try $0.text() }))
    case .safetyPlan:
      return .safetyPlan(
        try SafetyPlan(
          warningSigns: try some(atLeast: 1) { try $0.text() },
          people: try some {
            PlanContact(name: try $0.name(), reach: try $0.maybe { try $0.name() })
          }))
    case .signal:
      return .signal(
        Signal(
          kind: choice(.safety), urgency: choice(.now), summary: try text(),
          causes: some { $0.anyID() }, rule: try maybe { try $0.name() }))
    case .acknowledgement:
      return .acknowledgement(
        Acknowledgement(
          signal: anyID(), action: choice(.seen), note: try maybe { try $0.text() }))
    case .decision:
      return .decision(
        try Decision(
          about: try name(), outcome: choice(.accepted), rule: try maybe { try $0.name() },
          ruleVersion: try maybe { try $0.name() }, reason: try maybe { try $0.text() },
          isShared: maybe { $0.flip() }, participants: try some { try $0.name() },
          disagreement: try maybe { try $0.text() }))
    case .diagnosis:
      return .diagnosis(
        Diagnosis(name: try name(), status: choice(.confirmed), note: try maybe { try $0.text() }))
    case .referral:
      return .referral(Referral(to: try name(), reason: try text(), status: choice(.sent)))
    default: return .void(Withdrawal(entry: anyID(), reason: try text()))
    }
  }
}
