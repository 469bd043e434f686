/// What is known about stepping down one medicine.
public struct TaperRecord: Hashable, Sendable {
  /// A measurement of occupancy, shown beside the prediction.
  public struct Anchor: Hashable, Sendable {
    /// The dose, in mg a day.
    public let dose: Double
    /// The occupancy, in percent.
    public let occupancy: Double
    /// In whom and how it was measured, in words; nil when not stated.
    public let text: String?
    /// How well it is known and where it comes from.
    public let evidence: Evidence
  }

  /// A published schedule of doses.
  public struct Preset: Hashable, Sendable {
    /// The form it is for; nil for every form.
    public let form: MedicineFormID?
    /// The doses in mg a day, falling, without the final 0.
    public let doses: [Double]
    /// How a dose is given where the schedule says so, by dose.
    public let notes: [Double: String]
    /// How well it is known and where it comes from.
    public let evidence: Evidence
  }

  /// The medicine.
  public let medicine: MedicineID
  /// From dose to occupancy, or why there is no such model.
  public let occupancy: OccupancyData
  /// Measurements of occupancy.
  public let anchors: [Anchor]
  /// A published schedule; nil when none is known here.
  public let preset: Preset?
}

/// Whether a medicine has data from dose to occupancy.
public enum OccupancyData: Hashable, Sendable {
  /// It has.
  case model(OccupancyModel)
  /// It has none that may be used.
  case withheld(Withheld)

  /// Why a medicine has no usable data.
  public struct Withheld: Hashable, Sendable {
    /// The reason, one sentence.
    public let reason: String
    /// Whether a model guessed from the class may be asked for.
    public let allowsFallback: Bool
    /// Whether it is tapered at all.
    public let isTapered: Bool
    /// How well the reason is known and where it comes from.
    public let evidence: Evidence
  }

  /// The model, when there is one.
  public var model: OccupancyModel? {
    guard case .model(let model) = self else { return nil }
    return model
  }
}
