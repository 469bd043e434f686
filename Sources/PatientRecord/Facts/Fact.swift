/// What an entry records: one case for each kind of fact.
public indirect enum Fact: Hashable, Sendable {
  /// Ratings, and perhaps a good moment.
  case checkIn(CheckIn)
  /// A filled-in questionnaire or its total.
  case response(Response)
  /// One run of a memory or thinking task.
  case taskResult(TaskResult)
  /// A night's sleep.
  case sleep(Sleep)
  /// Something done.
  case activity(Activity)
  /// Something taken that is no treatment.
  case substance(Substance)
  /// A course of treatment or a phase.
  case course(Course)
  /// A change of a daily dose.
  case doseStep(DoseStep)
  /// A dose taken or not.
  case intake(Intake)
  /// A session of a treatment.
  case session(Session)
  /// A vital sign or a laboratory value.
  case measurement(Measurement)
  /// An unwanted effect.
  case sideEffect(SideEffect)
  /// A good memory kept for practice.
  case keepsake(Keepsake)
  /// One practice of a keepsake.
  case retrieval(Retrieval)
  /// One piece of other practice.
  case practice(Practice)
  /// Something that happened.
  case lifeEvent(LifeEvent)
  /// A note.
  case note(Note)
  /// Something to reach.
  case goal(Goal)
  /// What was agreed to or not.
  case consent(Consent)
  /// The plan for a crisis.
  case safetyPlan(SafetyPlan)
  /// Something a human must look at.
  case signal(Signal)
  /// What was done about a signal.
  case acknowledgement(Acknowledgement)
  /// What was decided.
  case decision(Decision)
  /// A diagnosis.
  case diagnosis(Diagnosis)
  /// A request to somebody else.
  case referral(Referral)
  /// The withdrawal of an entry.
  case void(Withdrawal)
}

extension Fact {
  /// The kind of a fact, by the word it has in the record.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case checkIn, response, taskResult, sleep, activity, substance, course, doseStep, intake,
      session, measurement, sideEffect, keepsake, retrieval, practice, lifeEvent, note, goal,
      consent, safetyPlan, signal, acknowledgement, decision, diagnosis, referral, void
  }

  /// The kind of the fact.
  public var kind: Kind {
    switch self {
    case .checkIn: .checkIn
    case .response: .response
    case .taskResult: .taskResult
    case .sleep: .sleep
    case .activity: .activity
    case .substance: .substance
    case .course: .course
    case .doseStep: .doseStep
    case .intake: .intake
    case .session: .session
    case .measurement: .measurement
    case .sideEffect: .sideEffect
    case .keepsake: .keepsake
    case .retrieval: .retrieval
    case .practice: .practice
    case .lifeEvent: .lifeEvent
    case .note: .note
    case .goal: .goal
    case .consent: .consent
    case .safetyPlan: .safetyPlan
    case .signal: .signal
    case .acknowledgement: .acknowledgement
    case .decision: .decision
    case .diagnosis: .diagnosis
    case .referral: .referral
    case .void: .void
    }
  }
}
