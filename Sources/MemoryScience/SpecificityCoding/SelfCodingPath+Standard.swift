extension SelfCodingPath {
  /// The path of this project, asked after each memory.
  ///
  /// The questions follow the definitions of the codes (see ``SpecificityCode``); how well people
  /// code themselves with them has not been measured.
  ///
  /// - Returns: the path.
  /// - Throws: never with these questions; the error of ``init(questions:)`` otherwise.
  public static func standard() throws(MemoryScienceError) -> SelfCodingPath {
    try SelfCodingPath(questions: [
      Question(
        id: "any", text: "Did anything come to your mind?", yes: .question("happened"),
        no: .code(.omission)),
      Question(
        id: "happened", text: "Is it about something that happened to you, or that you did?",
        yes: .question("once"), no: .code(.associate)),
      Question(
        id: "once", text: "Is it about one particular time?", yes: .question("day"),
        no: .question("repeated")),
      Question(
        id: "day", text: "Was it over within a day?", yes: .code(.specific), no: .code(.extended)),
      Question(
        id: "repeated", text: "Is it about something that happened several times?",
        yes: .code(.categoric), no: .code(.extended)),
    ])
  }
}
