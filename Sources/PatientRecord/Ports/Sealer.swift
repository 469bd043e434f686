/// Encrypts what identifies a patient, under that patient's own key.
public protocol Sealer: Sendable {
  /// Encrypts bytes.
  ///
  /// - Parameters:
  ///   - bytes: what to hide.
  ///   - entry: the entry it belongs to; sealed bytes open only for the same one.
  ///   - patient: whose key is used.
  /// - Returns: the sealed bytes.
  /// - Throws: an error when the patient has no key.
  func seal(_ bytes: [UInt8], of entry: EntryID, for patient: PatientID) throws -> [UInt8]

  /// Decrypts bytes.
  ///
  /// - Parameters:
  ///   - sealed: what ``seal(_:of:for:)`` gave.
  ///   - entry: the entry it belongs to.
  ///   - patient: whose key was used.
  /// - Returns: the bytes.
  /// - Throws: an error when the key is gone or the bytes were changed.
  func open(_ sealed: [UInt8], of entry: EntryID, for patient: PatientID) throws -> [UInt8]
}
