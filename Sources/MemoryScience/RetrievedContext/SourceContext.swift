/// What the second region of context, the source context, tells apart.
///
/// An item drives the unit of its source feature; the region then carries the feature on to the items
/// that follow, and cues items learned under it. Source: Polyn, Norman & Kahana (2009), Psychol Rev
/// 116:129-156 (source features).
public enum SourceContext: CaseIterable, Hashable, Sendable {
  /// No second region: CMR and CMR2.
  case none
  /// One unit for neutral and one for emotional items, whatever their sign: eCMR (Talmi, Lohnas & Daw
  /// 2019, Psychol Rev 126:455-485).
  case emotion
  /// One unit for negative and one for positive items; a neutral item drives neither, so that the
  /// region fades: CMR3 (Cohen & Kahana 2022, Psychol Rev 129:742-776).
  case valence

  /// How many units the region has.
  public var unitCount: Int { self == .none ? 0 : 2 }

  /// The unit that an item drives.
  ///
  /// - Parameter valence: how the item is felt.
  /// - Returns: 0 or 1; none when the item drives no unit.
  public func unit(of valence: Valence) -> Int? {
    switch self {
    case .none: nil
    case .emotion: valence == .neutral ? 0 : 1
    case .valence: valence == .neutral ? nil : valence == .negative ? 0 : 1
    }
  }
}
