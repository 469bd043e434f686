/// Words for memory tasks with the class of feeling each belongs to.
///
/// The class is all that is stated; ``valenceBasis`` says whether people rated the words or the
/// authors judged. A list holds no word twice and no word in two classes; all words are of the
/// letters a to z.
public struct WordList: Hashable, Sendable {
  /// How a word feels to most readers.
  public enum Valence: String, Hashable, Sendable, CaseIterable {
    /// Unpleasant.
    case negative
    /// Neither.
    case neutral
    /// Pleasant.
    case positive
  }

  /// The part of speech in which a word is meant.
  public enum PartOfSpeech: String, Hashable, Sendable, CaseIterable {
    /// A thing, a being or a notion.
    case noun
    /// A quality.
    case adjective
    /// An act.
    case verb
  }

  /// On what the classes rest.
  public enum ValenceBasis: String, Hashable, Sendable, CaseIterable {
    /// The authors' judgement; nobody has rated the words.
    case unratedJudgement
    /// Ratings by people, in the sources of the list.
    case rated
  }

  /// One word.
  public struct Word: Hashable, Sendable {
    /// The word, letters a to z only.
    public let text: String
    /// Its class of feeling.
    public let valence: Valence
    /// The part of speech in which it is meant.
    public let partOfSpeech: PartOfSpeech
  }

  /// The identifier.
  public let id: WordListID
  /// What the list is for.
  public let title: String
  /// The language as ISO 639-1 code.
  public let language: String
  /// On what the classes rest.
  public let valenceBasis: ValenceBasis
  /// The words in the order of the resource.
  public let words: [Word]
  /// Where the list comes from.
  public let provenance: Provenance
}
