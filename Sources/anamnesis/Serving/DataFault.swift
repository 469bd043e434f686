import Archive
import Server
import Vault

/// Why a data folder cannot be served.
struct DataFault: Error, Readiness {
  let error: any Error

  /// Whether help is served meanwhile: not when another process serves these records already.
  var isWorthServing: Bool {
    if case .owned? = error as? ArchiveError { false } else { true }
  }

  /// What is wrong, for anybody who opens a page: no path and no words of the database.
  var sentence: String {
    switch error {
    case is VaultError: "The key file cannot be used."
    case ArchiveError.foreignKeys: "The key file does not belong to the records."
    case ArchiveError.newerLayout: "The records were written by a newer version of this program."
    case ArchiveError.full, ArchiveError.stopped: "The disk is full or failing."
    case is ArchiveError: "The records are missing or damaged."
    case is BadInput: "The records or their key file are missing."
    default: "The records cannot be read."
    }
  }

  func checks() -> [ReadinessCheck] {
    [ReadinessCheck("records", isWell: false, sentence)]
  }
}
