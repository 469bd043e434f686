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
  /// The way in for the people of a demonstration; `nil` when people are real.
  public let demo: DemoDoor?

  /// Puts an installation together.
  ///
  /// - Parameters:
  ///   - archive: the records.
  ///   - accounts: who may do what.
  ///   - knowledge: the clinical content.
  ///   - clock: the machine's clock.
  ///   - demo: the way in for the people of a demonstration; `nil` when people are real.
  public init(
    archive: Archive, accounts: Accounts, knowledge: Knowledge, clock: any Clock,
    demo: DemoDoor? = nil
  ) {
    self.archive = archive
    self.accounts = accounts
    self.knowledge = knowledge
    self.clock = clock
    self.demo = demo
  }

  /// All that can be asked beside help and health.
  var routes: [Route] { APIRoutes(self).routes + SiteRoutes(self).routes }
}
