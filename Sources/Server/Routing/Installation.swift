public import Accounts
public import Archive
public import Knowledge
public import PatientRecord

/// What the routes of one installation work on.
public struct Installation: Sendable {
  /// The records.
  public let archive: Archive
  /// Who may do what.
  public let accounts: Accounts
  /// The clinical content.
  public let knowledge: Knowledge
  /// The machine's clock.
  public let clock: any Clock

  /// Puts an installation together.
  ///
  /// - Parameters:
  ///   - archive: the records.
  ///   - accounts: who may do what.
  ///   - knowledge: the clinical content.
  ///   - clock: the machine's clock.
  public init(archive: Archive, accounts: Accounts, knowledge: Knowledge, clock: any Clock) {
    self.archive = archive
    self.accounts = accounts
    self.knowledge = knowledge
    self.clock = clock
  }

  /// All that can be asked beside help and health.
  var routes: [Route] { APIRoutes(self).routes + SiteRoutes(self).routes }
}
