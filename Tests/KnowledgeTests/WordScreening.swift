/// The words that no list that ships may hold, by decision 0010.
enum WordScreening {
  /// No word may begin with one of these.
  static let stems = [
    // Means of self-harm or of execution, and weapons.
    "asphyx", "bayonet", "bleach", "bullet", "cyanide", "dagger", "firearm", "gallows", "grenade",
    "guillotin", "knife", "knives", "missile", "noose", "overdos", "pesticid", "pistol", "poison",
    "razor", "revolver", "rifle", "shotgun", "toxi", "venom", "weapon",
    // Violent deaths and what is left of them.
    "assassin", "coffin", "corpse", "drown", "execut", "killer", "killing", "massacre", "murder",
    "slaughter", "stabb", "strangl", "suffocat", "suicid", "tomb", "tortur",
    // A worthless or unwanted self, and being trapped, helpless or without hope.
    "burden", "defeated", "defective", "despair", "despis", "helpless", "hopeless", "lifeless",
    "outcast", "powerless", "trapp", "unlov", "unwanted", "useless", "worthless",
    // Contempt or disgust for a whole person, which nobody is to be asked to agree to.
    "inferior", "loathsome", "obnoxious", "pathetic", "pitiful", "repuls", "repugn", "shameful",
    "vile",
    "wicked", "wretch",
  ]

  /// Words that are refused as they stand, because harmless words begin like them.
  static let words: Set = [
    "acid", "axe", "blade", "bomb", "cliff", "death", "failing", "forgotten", "gas", "gun", "guns",
    "hanging", "loser", "offensive", "stupid", "pill", "pills", "rope", "ropes", "scar", "scars",
    "sword", "tablet",
  ]

  /// Whether a list may not hold a word.
  static func refuses(_ word: String) -> Bool {
    words.contains(word) || stems.contains(where: word.hasPrefix)
  }
}
