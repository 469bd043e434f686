/// The identifier of a calendar of the due list, as rules name it.
public struct CalendarID: TextIdentifier {
  public let rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }
}

/// The identifier of a statement that a record may hold or leave open, such as whether a level is
/// stable.
public struct StatementID: TextIdentifier {
  public let rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }
}

/// The identifier of a checklist.
public struct ChecklistID: TextIdentifier {
  public let rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }
}
