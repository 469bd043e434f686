extension Parameters {
  /// The fitted set before this one, version 1.1, kept to be compared with.
  ///
  /// It was fitted by a prototype that gave everybody new traits between screening and treatment. With
  /// people who stay themselves it meets fewer findings: `AcceptanceTests` tells how many.
  public static let version11: Parameters = {
    var p = Parameters()
    p.moodInertia = 0.34918711018200144
    p.retrievalWeight = 0.8805675495823309
    p.beliefWeight = 0.3815454681769272
    p.experienceWeight = 0.41989708682729165
    p.stressWeight = 0.26336634232946377
    p.moodNoise = 0.23673138035888586
    p.moodBias = 0.05000000000000001
    p.moodCongruence = 2.7093775973745853
    p.moodCongruenceSpread = 0.06357636622692833
    p.balanceWeight = 1.0600604086728675
    p.circumstances = 0.19464150086137674
    p.circumstancesSpread = 0.12
    p.communityAdvantage = 0.4974394568221162
    p.eventRate = 0.006196206427868584
    p.eventRateSpread = 0.4392854732112638
    p.eventSize = 1.0620569443357084
    p.stressDays = 118.46220896272001
    p.learningRate = 0.06127115851912581
    p.forgettingRate = 0.007797644156383195
    p.consolidationRate = 0.0085044616703228
    p.moodCongruentEncoding = 0.07643408262955964
    p.reactivation = 0.11409311066409576
    p.practiceEncoding = 2.1464459326670213
    p.beliefVolatility = 0.004090430887043261
    p.referencePrecision = 34.969675533694556
    p.practiceEvidence = 0.8904769515964139
    p.moodCost = 0.2783001600647568
    p.stressCost = 0.13443913028015717
    p.windowPlasticity = 3.63921780025729
    p.windowRelaxation = 2.0620456019702615
    p.sensitivitySpread = 0.9936653771890814
    p.occupancyRetrieval = 0.6763931896589359
    p.occupancyExperience = 0.028895649892466548
    p.occupancyPlasticity = 0.6670112413387579
    p.occupancyPlasticityDays = 10.774981979697143
    p.visitExpectancy = 0.3622745652183204
    p.expectancyDays = 6.999999999999999
    p.visitLift = 0.3890703064880483
    p.expectancySpread = 0.9349788268548134
    p.reportedSeverity = 0.9551668933962597
    p.reportedMood = 0.8358186800820038
    p.reportingSpread = 0.3579285886985452
    return p
  }()
}
