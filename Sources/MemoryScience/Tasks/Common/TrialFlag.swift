/// Something that happened during a trial and makes its time doubtful.
public enum TrialFlag: String, Hashable, Sendable, CaseIterable, Codable {
  /// The window lost the focus or was hidden.
  case focusLost
  /// A frame was dropped while the stimulus came up.
  case droppedFrame
  /// The person was disturbed and said so.
  case disturbed
  /// A key was already down when the stimulus came.
  case heldKey
}
