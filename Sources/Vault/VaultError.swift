/// Why something could not be locked or unlocked, and what to do about it.
public enum VaultError: Error, Hashable, Sendable {
  /// The key file cannot be used.
  case keyFile(path: String, reason: String, cure: String)
  /// A key was wrapped under an epoch that the key file no longer holds.
  case epochGone(Int)
  /// Bytes were changed, belong to another place, or were sealed with another key.
  case notAuthentic(String)
  /// A value has the wrong size or form.
  case malformed(String)
  /// Too many passwords are being checked at once.
  case busy
}

extension VaultError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .keyFile(let path, let reason, let cure): "\(path): \(reason); \(cure)"
    case .epochGone(let epoch):
      "the key of epoch \(epoch) is not in the key file; restore the key file that belongs to this data"
    case .notAuthentic(let place):
      "\(place): the stored bytes were changed or belong elsewhere; restore them from a backup"
    case .malformed(let reason): reason
    case .busy: "too many sign-ins at once; try again in a few seconds"
    }
  }
}
