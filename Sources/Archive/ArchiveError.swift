public import PatientRecord

/// Why an archive could not do what was asked, and what to do about it.
public enum ArchiveError: Error, Hashable, Sendable {
  /// Another process has the data open.
  case owned(path: String, process: Int32)
  /// The file was written by a newer version of the program.
  case newerLayout(found: Int, known: Int)
  /// The file is no archive, or its structure is damaged.
  case notAnArchive(path: String, reason: String)
  /// What is stored was changed from outside.
  case damaged(String)
  /// An entry with this identifier and another content is already there.
  case conflict(EntryID)
  /// There is no psychotherapy note of this author with this identifier.
  case unknownNote(EntryID)
  /// The key file is that of other data, or an older copy.
  case foreignKeys(String)
  /// The patient's record was erased; nothing can be added to it or read from it.
  case erased
  /// More changes wait than can be held; nothing was stored.
  case busy(waiting: Int)
  /// There is no room for more.
  case full(String)
  /// The disk failed. Nothing more is accepted until the program is started again.
  case stopped(String)
  /// Whether the change was kept is not known; send it again with the same identifiers.
  case outcomeUnknown(String)
  /// The database refused a statement.
  case refused(String)
}

extension ArchiveError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .owned(let path, let process):
      "\(path) is in use by process \(process); stop that process first, or ask it to do the work"
    case .newerLayout(let found, let known):
      """
      the data has layout \(found) and this program knows up to \(known); install the newer version \
      of the program again
      """
    case .notAnArchive(let path, let reason):
      "\(path): \(reason); name another folder or restore a backup"
    case .damaged(let place): "\(place); restore a backup"
    case .conflict(let id):
      "entry \(id): another entry with this identifier is stored; give the new one its own identifier"
    case .unknownNote(let id): "note \(id): there is none to correct; name one of your own"
    case .foreignKeys(let reason):
      "the key file does not belong to this data (\(reason)); name the one that does"
    case .erased: "the record was erased"
    case .busy(let waiting): "\(waiting) changes wait to be stored; send it again in a moment"
    case .full(let reason): "there is no room to store more (\(reason)); free space on the disk"
    case .stopped(let reason): "the disk failed (\(reason)); check it and start the program again"
    case .outcomeUnknown(let reason):
      "whether it was stored is not known (\(reason)); send it again with the same identifiers"
    case .refused(let reason): "the database refused: \(reason)"
    }
  }
}
