private import Foundation

/// How recalled words are compared with studied ones.
public struct Spelling: Hashable, Sendable {
  /// Whether words may differ in more than nothing.
  let isTolerant: Bool
  /// Whether an English plural counts as its singular and the other way round.
  public var plurals: Bool
  /// Real words, besides the studied ones, that are never taken for a misspelling of another word;
  /// compared without letter case and accents.
  public var lexicon: Set<String> { didSet { known = Set(lexicon.map(Spelling.plain)) } }
  private(set) var known: Set<String> = []

  /// Words are the same when their characters are the same, as in a file that was scored by hand.
  public static let exact = Spelling(isTolerant: false, plurals: false, lexicon: [])

  /// Words as people type them.
  ///
  /// Letter case, accents, blanks at the ends, and anything that is neither letter nor digit are
  /// ignored: "Fiancée" is "fiancee", "ice-cream" is "ice cream" and "icecream". A letter that is
  /// one of its own, such as the Danish o with a stroke, is not an accent. Then an exact match
  /// counts, then a plural, then the nearest word of the list by ``WordMatcher``.
  ///
  /// - Parameters:
  ///   - plurals: whether an English plural counts as its singular.
  ///   - lexicon: real words that are never taken for a misspelling. Without them "house" would be
  ///     taken for "mouse" where only "mouse" was studied.
  /// - Returns: the rule.
  public static func tolerant(plurals: Bool = true, lexicon: Set<String> = []) -> Spelling {
    Spelling(isTolerant: true, plurals: plurals, lexicon: lexicon)
  }

  private init(isTolerant: Bool, plurals: Bool, lexicon: Set<String>) {
    self.isTolerant = isTolerant
    self.plurals = plurals
    self.lexicon = lexicon
    known = Set(lexicon.map(Spelling.plain))
  }

  /// The text by which a word is looked up.
  func key(_ word: String) -> String { isTolerant ? Spelling.plain(word) : word }

  /// The letters and digits of a word in lower case without accents; the word itself if it has none.
  static func plain(_ word: String) -> String {
    let folded = word.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
    let kept = String(folded.lowercased().filter { $0.isLetter || $0.isNumber })
    return kept.isEmpty ? word : kept
  }

  /// The words whose English plural a word can be, itself among them.
  ///
  /// Regular plurals only: -s, -es, -ies for -y, -ves for -f and -fe. A double s is no plural.
  static func singulars(of word: String) -> Set<String> {
    var found: Set = [word]
    guard word.count > 3, word.hasSuffix("s"), !word.hasSuffix("ss") else { return found }
    found.insert(String(word.dropLast()))
    if word.hasSuffix("es") { found.insert(String(word.dropLast(2))) }
    if word.hasSuffix("ies") { found.insert(word.dropLast(3) + "y") }
    if word.hasSuffix("ves") {
      found.formUnion([word.dropLast(3) + "f", word.dropLast(3) + "fe"])
    }
    return found
  }
}
