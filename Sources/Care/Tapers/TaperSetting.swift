internal import Knowledge

/// A request read against the catalogue: everything that a schedule needs.
struct TaperSetting {
  let request: TaperRequest
  let methods: TaperMethods
  let medicine: Medicine
  let form: MedicineFormID?
  let formName: String?
  /// The doses of this use and form; nil when the catalogue holds none.
  let guide: DoseGuide?
  let record: TaperRecord?
  let curve: OccupancyCurve?
  let isGuessed: Bool
  let allowed: TaperMethods.Fall
  let everyDays: Int
  /// What can be made up; nil when nothing was named.
  let doses: AchievableDoses?

  /// The smallest dose that counts as effective, in mg; nil when it is not settled.
  var minimumEffective: Double? { guide?.minimumEffective?.lowerBound }

  /// Whether the medicine leaves slowly.
  var isLongLived: Bool { medicine.flags[methods.intervals.longLivedFlag] != nil }

  /// The fastest fall that any pace allows, in points.
  var fastest: Double { methods.occupancy.paces.values.map(\.step).max() ?? 100 }

  /// How a published or present dose is made up.
  func makeUp(_ dose: ExactDose) -> TaperPlan.MakeUp {
    guard let doses else { return .notAsked }
    return doses.exactly(dose).map(TaperPlan.MakeUp.madeUp) ?? .notPossible
  }
}
