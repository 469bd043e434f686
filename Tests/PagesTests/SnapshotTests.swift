import Care
import Knowledge
import Testing

/// The whole of a patient's report, as it is read aloud.
struct SnapshotTests {
  @Test func `a person's report reads as it should`() throws {
    let knowledge = try Knowledge.bundled()
    let parts: [ReviewPart] = [
      .safety(try Fixture.safety([0, nil, 1], knowledge)), .record(Fixture.record),
      .scores(try Fixture.scores(knowledge)), .trajectory(try Fixture.trajectory()),
      .overview(try Fixture.overview()), .gaps(Fixture.gaps),
    ]
    #expect(try Fixture.text(parts, for: .patient) == Self.expected)
  }

  private static let expected = """
    How things have been going
    ==========================
    This page looks back at what was entered about you, and at nothing else.
    Your record: person-1.
    Looks back from 31 Mar 2026, the last day with an entry.
    Made for you, the person it is about.

    First: help is there for you
    ----------------------------
    On 30 Mar 2026 your answers spoke of hurting yourself, or of being better off
    dead.
    Thank you for saying so. You deserve support with this, now.
    If you might act on such thoughts, or are in danger, call your local emergency
    number now, or ask somebody near you to stay with you.
    - Emergency services: 112
    - Emergency services: 999
    - Samaritans: 116 123. https://www.samaritans.org/ireland/. 24 hours
    - Find A Helpline: https://findahelpline.com/. Help lines by country.
    Nobody is told of your answers by this page, and nobody watches it. Please tell
    a person you trust, or your care team.
    Not every contact here has been checked for this version. If one does not
    answer, use another or your local emergency number.

    At a glance
    -----------
    - Your latest answer about self-harm: 1 – Several days, 30 Mar 2026.
    - There are 1,476 entries, 2 Mar 2026 to 31 Mar 2026.
    - PHQ-9: Your latest total: 9 of 27, 30 Mar 2026. The questionnaire calls this
      range “mild”. That is 9 points lower than on 2 Mar 2026: the better direction.
      That is more than such totals usually move by chance.
    - Mood: Over the last four weeks it went up by about 1.5 points. That is the
      better direction.
    - On 7 of 30 days nothing was answered. That is all right.

    Answers about self-harm
    -----------------------
    Asked in PHQ-9: “Thoughts that you would be better off dead or of hurting
    yourself in some way”. These answers are shown as you gave them. They are never
    averaged, and a skipped question is never filled in.
    - 30 Mar 2026: 1 – Several days
    - 16 Mar 2026: not answered
    - 2 Mar 2026: 0 – Not at all
    How sure is this? 1 answer is unknown, because the question was skipped or only
    a total was recorded.
    What this is made from: 3 forms: PHQ-9.

    What was entered
    ----------------
    There are 1,476 entries, 2 Mar 2026 to 31 Mar 2026. By kind: 1,400 check-ins, 70
    questionnaires and 6 of other kinds. 2 were corrected or withdrawn and no longer
    count.

    Your questionnaires
    -------------------

    PHQ-9: Patient Health Questionnaire, nine items
      Your latest total: 9 of 27, 30 Mar 2026. The questionnaire calls this range
      “mild”. That is 9 points lower than on 2 Mar 2026: the better direction. That
      is more than such totals usually move by chance.
      3 totals, from 18 on 2 Mar 2026 to 9 on 30 Mar 2026, all between 9 and 18.
      How sure is this? A total moves by some points without anything having
      changed. Several totals together say more than one. A score shows how you
      answered, not who you are.
      What this is made from: 3 forms, 2 Mar 2026 to 30 Mar 2026.

    Your ratings over time
    ----------------------

    Mood
      You rated “Mood” on 23 days, from 0 to 10, where higher is better. Over the
      last four weeks it went up by about 1.5 points. That is the better direction.
      If things go on as they have, most answers in the next days may lie between
      3.5 and 7.5. Nobody can know, and things can go another way: no day has to fit
      it.
      From 2 Mar 2026 to 31 Mar 2026 the level behind your answers goes from 5.5 to
      5.5; its lowest value is 5.5, its highest 5.5.
      How sure is this? The level on 31 Mar 2026 most likely lies somewhere between
      4.9 and 6.1.
      What this is made from: 23 days with an answer, 2 Mar 2026 to 31 Mar 2026. 7
      days in between have none; the longest gap is 1 day.

    All your ratings in numbers
    ---------------------------
    You rated 1 thing. “Average” is the middle of your days. “Usual swing” is how
    far a typical day lies from it.
    - Mood: Scale 0 to 10, Days 3, Average 6.0, Usual swing 2.0, First 4 weeks 6.0,
      Last 4 weeks 7.0
    How sure is this? Small differences between first and last weeks often mean
    nothing.

    What is missing, and why
    ------------------------
    The record covers 30 days, up to 31 Mar 2026. Nothing was answered on 7 of them.
    That is all right.

    A score shows how you answered. It does not show who you are.
    This page is for your information. It is no medical advice, and no replacement
    for a talk with your care team. Please change nothing about your treatment
    without them.
    Computations version 1, looking back from 2026-03-31T18:00:00.000Z. Fingerprint
    of the record: 0123abcd.

    """
}
