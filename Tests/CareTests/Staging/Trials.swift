import Care
import Knowledge

/// Builders of trials for tests.
extension TreatmentTrial {
  /// A failed trial of the present episode, adequate by every form unless a test says otherwise.
  static func failed(
    _ medicine: String, label: String? = nil, dose: Double? = 40, unit: String = "mg",
    weeks: Double? = 8, adherence: Double? = 0.9,
    response: StagingDefinitions.Response? = StagingDefinitions.Response.none,
    role: Role? = .primary, episode: Episode? = .current, optimised: Bool? = false
  ) -> TreatmentTrial {
    TreatmentTrial(
      label: label ?? medicine, agent: .medicine(MedicineID(rawValue: medicine)),
      role: Recorded(role),
      exposures: [
        Exposure(dose: Recorded(dose.map { Amount($0, unit) }), weeks: Recorded(weeks))
      ],
      adherence: Recorded(adherence), response: Recorded(response),
      optimised: Recorded(optimised), episode: Recorded(episode))
  }

  /// A failed course of a treatment that is no medicine by itself.
  static func course(
    _ treatment: String, sessions: Double? = 12,
    response: StagingDefinitions.Response? = StagingDefinitions.Response.none
  ) -> TreatmentTrial {
    TreatmentTrial(
      label: treatment, agent: .treatment(TreatmentID(rawValue: treatment)),
      sessions: Recorded(sessions), response: Recorded(response), episode: .recorded(.current))
  }
}

extension TrialAdequacy {
  /// How far up a verdict is: 0 inadequate, 1 not known, 2 by some forms, 3 adequate.
  var rank: Int {
    switch self {
    case .inadequate: 0
    case .cannotTell: 1
    case .bySomeForms: 2
    case .adequate: 3
    }
  }
}
