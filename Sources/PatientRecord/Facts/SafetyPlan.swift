public import JSON

/// The person's own plan for a crisis; each new one replaces the last.
public struct SafetyPlan: Hashable, Sendable, Codable {
  /// Signs that a crisis may be near.
  public let warningSigns: [FreeText]
  /// What the person can do alone.
  public let ownSteps: [FreeText]
  /// People and places that take the mind off things.
  public let distractions: [FreeText]
  /// People to ask for help.
  public let people: [PlanContact]
  /// Professionals and services to call.
  public let professionals: [PlanContact]
  /// How to make the surroundings safer.
  public let saferPlace: [FreeText]
  /// What is worth living for.
  public let reasonsToLive: [FreeText]

  /// Creates the fact.
  ///
  /// - Parameters:
  ///   - warningSigns: signs that a crisis may be near.
  ///   - ownSteps: what the person can do alone.
  ///   - distractions: people and places that take the mind off things.
  ///   - people: people to ask for help.
  ///   - professionals: professionals and services to call.
  ///   - saferPlace: how to make the surroundings safer.
  ///   - reasonsToLive: what is worth living for.
  /// - Throws: an error when the plan is empty.
  public init(
    warningSigns: [FreeText] = [], ownSteps: [FreeText] = [], distractions: [FreeText] = [],
    people: [PlanContact] = [], professionals: [PlanContact] = [], saferPlace: [FreeText] = [],
    reasonsToLive: [FreeText] = []
  ) throws(FieldError) {
    let steps = [warningSigns, ownSteps, distractions, saferPlace, reasonsToLive]
    guard !(people.isEmpty && professionals.isEmpty && steps.allSatisfy(\.isEmpty)) else {
      throw FieldError("", "a safety plan needs at least one step")
    }
    self.warningSigns = warningSigns
    self.ownSteps = ownSteps
    self.distractions = distractions
    self.people = people
    self.professionals = professionals
    self.saferPlace = saferPlace
    self.reasonsToLive = reasonsToLive
  }

  private enum CodingKeys: String, CodingKey {
    case warningSigns, ownSteps, distractions, people, professionals, saferPlace, reasonsToLive
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      warningSigns: container.decodeIfPresent([FreeText].self, forKey: .warningSigns) ?? [],
      ownSteps: container.decodeIfPresent([FreeText].self, forKey: .ownSteps) ?? [],
      distractions: container.decodeIfPresent([FreeText].self, forKey: .distractions) ?? [],
      people: container.decodeIfPresent([PlanContact].self, forKey: .people) ?? [],
      professionals: container.decodeIfPresent([PlanContact].self, forKey: .professionals) ?? [],
      saferPlace: container.decodeIfPresent([FreeText].self, forKey: .saferPlace) ?? [],
      reasonsToLive: container.decodeIfPresent([FreeText].self, forKey: .reasonsToLive) ?? [])
  }
}
