/// Passwords that are tried first, told by how they are made.
///
/// The rule is our own, not a copy of a list of stolen passwords: such a password falls apart wholly
/// into repetitions, rows of the keyboard or the alphabet, digits, and words that people put into
/// passwords. A few characters that fit nothing do not save it.
enum CommonPasswords {
  /// How many characters may be left over in a common password.
  static let spare = 3

  /// Rows that fingers and memories follow.
  static let rows = [
    "qwertyuiop", "asdfghjkl", "zxcvbnm", "qwertzuiop", "yxcvbnm", "azertyuiop", "qsdfghjklm",
    "wxcvbn", "abcdefghijklmnopqrstuvwxyz", "1234567890", "0123456789", "!@#$%^&*()",
    "1qaz2wsx3edc4rfv5tgb6yhn", "1q2w3e4r5t6y7u8i9o0p", "qazwsxedcrfvtgbyhnujm",
  ]

  /// Words that people put into passwords; those of this program and its field among them.
  static let words = [
    "password", "passwort", "passphrase", "passcode", "motdepasse", "contrasena", "wachtwoord",
    "welcome", "willkommen", "bienvenue", "letmein", "login", "logmein", "access", "admin",
    "administrator", "root", "user", "guest", "test", "testing", "default", "secret", "geheim",
    "changeme", "change", "please", "hello", "hallo", "iloveyou", "ichliebedich", "jetaime", "love",
    "princess", "sunshine", "dragon", "monkey", "football", "fussball", "baseball", "basketball",
    "soccer", "hockey", "master", "shadow", "superman", "batman", "starwars", "pokemon", "trustno1",
    "whatever", "freedom", "forever", "computer", "internet", "server", "database", "system",
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december", "monday", "tuesday", "wednesday", "thursday", "friday",
    "saturday", "sunday", "spring", "summer", "autumn", "winter", "sommer", "herbst", "januar",
    "februar", "mai", "juni", "juli", "oktober", "dezember", "montag", "dienstag", "freitag",
    "anamnesis", "clinic", "hospital", "patient", "doctor", "nurse", "therapist", "therapy",
    "psychiatry", "psychology", "depression", "health", "klinik", "praxis", "gesundheit", "my",
    "the", "this", "is", "new", "123", "abc",
  ].sorted { $0.count > $1.count }

  /// Whether a password in lower case is common.
  static func contain(_ password: String) -> Bool {
    let plain = Array(password.map(plain))
    if Set(plain).count < 5 || isRepetition(plain) { return true }
    var left = 0
    var index = 0
    while index < plain.count {
      let length = max(
        wordLength(plain[index...]), rowLength(plain[index...]), digitLength(plain[index...]))
      if length == 0 { left += 1 }
      index += max(1, length)
    }
    return left <= spare
  }

  /// A letter in the place of the sign that often stands for it.
  private static func plain(_ character: Character) -> Character {
    switch character {
    case "@": "a"
    case "$": "s"
    case "!": "i"
    default: character
    }
  }

  /// Whether it is a shorter piece over and over.
  private static func isRepetition(_ characters: [Character]) -> Bool {
    let longest = characters.count / 2
    guard longest >= 1 else { return false }
    return (1...min(longest, 12)).contains { length in
      characters.indices.allSatisfy { characters[$0] == characters[$0 % length] }
    }
  }

  /// How many characters at the start are one of the words, digits standing for letters.
  private static func wordLength(_ rest: ArraySlice<Character>) -> Int {
    let found = words.first { word in
      rest.count >= word.count && zip(rest, word).allSatisfy { isLike($0, $1) }
    }
    return found?.count ?? 0
  }

  private static func isLike(_ written: Character, _ letter: Character) -> Bool {
    switch (written, letter) {
    case ("0", "o"), ("1", "i"), ("1", "l"), ("3", "e"), ("4", "a"), ("5", "s"), ("7", "t"): true
    default: written == letter
    }
  }

  /// How many characters at the start follow a row, forwards or backwards; 0 for fewer than three.
  private static func rowLength(_ rest: ArraySlice<Character>) -> Int {
    let both = rows + rows.map { String($0.reversed()) }
    let length =
      both.map { row -> Int in
        guard let first = rest.first, let start = row.firstIndex(of: first) else { return 0 }
        return zip(rest, row[start...]).prefix { $0 == $1 }.count
      }.max() ?? 0
    return length >= 3 ? length : 0
  }

  /// How many characters at the start are digits or what parts digits: years, dates, telephones.
  private static func digitLength(_ rest: ArraySlice<Character>) -> Int {
    rest.prefix { ("0"..."9").contains($0) || "-./ _".contains($0) }.count
  }
}
