/// How specific an autobiographical memory is.
///
/// Source: Williams & Broadbent (1986), J Abnorm Psychol 95:144-149, with the later division of
/// overgeneral memories into extended and categoric ones (Williams & Dritschel 1992).
public enum SpecificityCode: String, Hashable, Sendable, CaseIterable, Codable {
  /// One event that lasted less than a day.
  case specific
  /// One period that lasted more than a day.
  case extended
  /// A kind of event that happened again and again.
  case categoric
  /// A thought, fact or plan that is no memory of an event.
  case associate
  /// No answer.
  case omission
}
