import PatientRecord

/// Writes identifiers as words: `mood_down` and `moodDown` are "Mood down".
enum ItemText {
  static func name(_ item: CheckInItemID) -> String { words(item.rawValue) }

  static func words(_ identifier: String) -> String {
    var text = ""
    for character in identifier {
      if character == "_" || character == "-" || character == "." {
        text += " "
      } else if character.isUppercase, let last = text.last, last.isLowercase {
        text += " " + character.lowercased()
      } else {
        text.append(character)
      }
    }
    let first = text.prefix(1).uppercased()
    return first + text.dropFirst()
  }
}
