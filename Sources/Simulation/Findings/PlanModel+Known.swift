extension PlanModel {
  /// The treatments that plans may name, with version 1.1 of the numbers.
  public static let known = PlanModel(treatments: [
    treatment("ketamine") {
      $0.windowAmplitude = 1
      $0.windowDays = 6.331599822834897
      $0.acuteLift = 2.417790470116249
      $0.firstVisit = 1.5
    },
    treatment("psilocybin") {
      $0.windowAmplitude = 1
      $0.windowDays = 15.753637732884826
      $0.acuteLift = 1.3912296665783723
      $0.firstVisit = 1.5
    },
    treatment("ect") {
      $0.windowAmplitude = 0.4039170936845111
      $0.windowDays = 8
      $0.acuteLift = 1.3711998632304676
      $0.retrievalLoss = 0.0649250634938883
    },
    treatment("ssri") { $0.occupancy = 0.8 },
    treatment("practice") { $0.practice = 1 },
  ])

  private static func treatment(_ id: String, _ set: (inout Treatment) -> Void) -> Treatment {
    var treatment = Treatment(id: id)
    set(&treatment)
    return treatment
  }
}
