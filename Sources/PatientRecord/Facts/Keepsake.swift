/// A good memory kept for practice.
public struct Keepsake: Hashable, Sendable, Codable {
  /// What the memory is called.
  public let title: Name
  /// The memory in the person's own words.
  public let story: FreeText?
  /// When it was.
  public let when: Name?
  /// Where it was.
  public let place: Name?
  /// Who was there.
  public let people: [Name]
  /// What was seen, heard, felt, smelt or tasted.
  public let senses: FreeText?
  /// Why it matters.
  public let meaning: FreeText?
  /// The name under which a picture is stored.
  public let photo: Name?

  /// Creates the fact.
  ///
  /// - Parameters:
  ///   - title: what the memory is called.
  ///   - story: the memory in the person's own words.
  ///   - when: when it was.
  ///   - place: where it was.
  ///   - people: who was there.
  ///   - senses: what was seen, heard, felt, smelt or tasted.
  ///   - meaning: why it matters.
  ///   - photo: the name under which a picture is stored.
  public init(
    title: Name, story: FreeText? = nil, when: Name? = nil, place: Name? = nil, people: [Name] = [],
    senses: FreeText? = nil, meaning: FreeText? = nil, photo: Name? = nil
  ) {
    self.title = title
    self.story = story
    self.when = when
    self.place = place
    self.people = people
    self.senses = senses
    self.meaning = meaning
    self.photo = photo
  }

  private enum CodingKeys: String, CodingKey {
    case title, story, when, place, people, senses, meaning, photo
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      title: container.decode(Name.self, forKey: .title),
      story: container.decodeIfPresent(FreeText.self, forKey: .story),
      when: container.decodeIfPresent(Name.self, forKey: .when),
      place: container.decodeIfPresent(Name.self, forKey: .place),
      people: container.decodeIfPresent([Name].self, forKey: .people) ?? [],
      senses: container.decodeIfPresent(FreeText.self, forKey: .senses),
      meaning: container.decodeIfPresent(FreeText.self, forKey: .meaning),
      photo: container.decodeIfPresent(Name.self, forKey: .photo))
  }
}
