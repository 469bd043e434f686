/// What an effect of a treatment was measured on.
public enum EffectDomain: String, Hashable, Sendable, CaseIterable {
  /// Symptoms of depression.
  case mood
  /// Learning, recall and working memory of neutral material.
  case coldMemory
  /// Memory of emotional, self-referent or autobiographical material.
  case hotMemory
  /// Speed, attention, executive function or a whole battery: not memory alone.
  case cognition
  /// Anything else, such as anhedonia or complaints.
  case other
}
