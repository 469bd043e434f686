/// How strongly an item brings back what was learned in the source region.
public enum SourceInput: CaseIterable, Hashable, Sendable {
  /// Whatever it is, it is made as long as 1: the published rule of CMR3 (Cohen & Kahana 2022), region by
  /// region as in Polyn, Norman & Kahana (2009).
  ///
  /// A neutral item that was studied under the faint rest of a feeling brings that feeling back at full
  /// strength, one that was studied under none brings nothing: the rule jumps at 0.
  case fullLength
  /// It comes back as long as it was learned, and at most as long as 1.
  ///
  /// A variation of this project, not published: a faint feeling stays faint, and the rule has no jump.
  case asLearned
}
