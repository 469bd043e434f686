/// What every simulation says of itself: each output holds all of it.
enum SimulationStandingWords {
  /// What it is about.
  static let invented =
    "This is a model of invented people. It is never about a real person, and no treatment should be "
    + "chosen from it."

  /// How much one form can be trusted.
  static let noise =
    "One PHQ-9 form carries chance of its own: between 2.5 and 2.9 points in the range of "
    + "depression. A change of that size in one person may be nothing at all."

  /// How many parameter sets stand behind it.
  static let oneSet =
    "One parameter set: no range. Very different sets fit the same trials about as well, so no result "
    + "here is robust."

  static let limitsTitle = "What this model cannot say"
  static let limits = [
    "What will happen to one person: it was fitted to groups in trials, to nobody alone.",
    "Which treatment somebody should have. It is for planning studies and for thinking.",
    "How much of the gain of a treatment is expectancy: trials could rarely blind it. That is why every "
      + "result is shown again with all terms of the treatments at zero.",
    "Whether windows of plasticity exist in people. They were shown in mice.",
    "Anything about the risk of suicide. The model has no such output, and the item on self-harm of its "
      + "forms means nothing here.",
    "How other populations answer: the questions are those of adults in the United States, the courses "
      + "those of people in trials.",
    "Which of its parts are true: trials do not tell them apart. What one part does can be seen by "
      + "taking it away, and that says what the model does, not what brains do.",
  ]

  static let knownFailuresTitle = "Where the model is known to be wrong"
  static let knownFailures = [
    "People on a waiting list improve too much in it: by about 25 % in 8 weeks, where trials see 10 to "
      + "15 %.",
    "Earlier therapy protects too little: a hazard ratio of about 0.77, where trials found 0.38.",
    "Third treatments work too well: about 25 % remission, where STAR*D found 14 %.",
    "Electroconvulsive therapy works too poorly: about 34 % remission, where trials found 50 %.",
  ]

  static let againstTitle = "What speaks against the theory"
  static let against = [
    "Electroconvulsive therapy works best at first and takes memory away for a while; memory feels "
      + "better as mood does (16 studies).",
    "Memory training improves specific memories by more than one standard deviation, but depression "
      + "by 0.29 only, and not for long (13 trials).",
    "Ketamine under anaesthesia was no better than placebo, and repeated ketamine in hospital was not "
      + "either (KARMA-Dep 2).",
    "Exercise lifts mood without raising the growth factor BDNF at rest in depression.",
    "In its first week an SSRI can make people learn more from punishment.",
    "People with depression learn from reward about as fast as others (27 studies).",
    "Plasticity has no direction: an open window in bad circumstances may do harm.",
    "The gain of ketamine with practice was gone after three months, and no trial had an arm with "
      + "neither.",
    "Warning signs before relapse are seldom seen in time.",
    "People who have recovered still remember in general terms: memory is no plain mirror of mood.",
  ]

  static let footer = [
    "Model \"Window\" 1.1 with the PHQ-9 as adults of the United States answered it (NHANES 2005 to "
      + "2020). Chance belongs to the invented person and the day, so every scenario has the same "
      + "people with the same luck.",
    "anamnesis simulate explain says what each part of the model is, how large, and where it comes "
      + "from.",
  ]
}
