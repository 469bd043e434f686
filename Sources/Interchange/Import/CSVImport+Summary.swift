public import PatientRecord

extension CSVImport {
  /// What one part of a file became.
  public struct Batch: Sendable {
    /// The entries, ready to be stored.
    public internal(set) var entries: [Entry] = []
    /// The rows and cells that could not be used.
    public internal(set) var problems: [Problem] = []
  }

  /// How much of a file was used so far.
  public struct Summary: Hashable, Sendable {
    /// The rows below the header.
    public internal(set) var rowsRead = 0
    /// The rows whose person and time could be read.
    public internal(set) var rowsImported = 0
    /// The rows left out as a whole, each with a problem.
    public internal(set) var rowsRefused = 0
    /// The imported rows in which every column of the mapping is missing or refused.
    public internal(set) var rowsWithoutValue = 0
    /// The imported rows that say exactly what the row before them says of the same person.
    public internal(set) var rowsRepeated = 0
    /// The single values left out, each named in a problem.
    public internal(set) var cellsRefused = 0
    /// The entries made.
    public internal(set) var entriesWritten = 0
    /// The people found.
    public internal(set) var people = 0
  }
}
