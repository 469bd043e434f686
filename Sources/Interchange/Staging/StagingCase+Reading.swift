public import Care
public import Knowledge
import Yams

extension StagingCase {
  /// Reads a file of trials.
  ///
  /// What is left out is not recorded; nothing is guessed.
  ///
  /// - Parameters:
  ///   - text: YAML with `trials` and, where known, `episode` and `checks`, at most 1 MiB.
  ///   - knowledge: the catalogue by whose names medicines and treatments are found.
  /// - Throws: an error that names line, field and cure.
  public init(yaml text: String, knowledge: Knowledge) throws(InterchangeError) {
    let root = try MappingNode(
      parsing: text, title: "trials file", keys: "trials: and one trial below")
    try root.expectKeys(["trials", "episode", "checks"])
    let trials = try root.required("trials", cure: "write trials: and one trial below").items()
    guard trials.count <= 1_000 else {
      throw root.error("there are more than 1000 trials", cure: "give the trials of one person")
    }
    var read: [TreatmentTrial] = []
    for place in trials {
      let trial = try TrialReader(place: place, knowledge: knowledge).trial()
      guard !read.contains(where: { $0.label == trial.label }) else {
        throw place.error(
          "two trials are called \(trial.label.quotedShort)", cure: "give each a name of its own")
      }
      read.append(trial)
    }
    let episode = root.child("episode")
    try episode?.expectKeys(["months", "severity"])
    self.init(
      trials: read,
      episodeMonths: Recorded(try episode?.child("months")?.number(in: 0...1_200)),
      severity: Recorded(try episode?.child("severity")?.severity(knowledge)),
      checks: try root.child("checks")?.checks(knowledge) ?? [:])
  }
}

extension MappingNode {
  /// The elements of a list, each with its place.
  ///
  /// - Returns: the elements.
  /// - Throws: that there is no list here.
  func items() throws(InterchangeError) -> [MappingNode] {
    guard case .sequence(let sequence) = node else {
      throw error("a list is expected here", cure: "write each element on a line after a dash")
    }
    return sequence.enumerated().map { index, element in
      MappingNode(node: element, path: path + ["\(index + 1)"], title: title)
    }
  }

  /// The number at this place, when it makes sense.
  ///
  /// - Parameter allowed: the numbers that make sense.
  /// - Returns: the number.
  /// - Throws: that there is none, or that it lies outside.
  func number(in allowed: ClosedRange<Double>) throws(InterchangeError) -> Double {
    let number = try number()
    guard allowed.contains(number) else {
      throw error(
        "\(number) makes no sense here",
        cure: "write a number from \(allowed.lowerBound) to \(allowed.upperBound)")
    }
    return number
  }

  /// The yes or no at this place.
  ///
  /// - Returns: true for `yes`, false for `no`.
  /// - Throws: that it is neither.
  func isYes() throws(InterchangeError) -> Bool {
    switch try text() {
    case "yes", "true": true
    case "no", "false": false
    default: throw error("yes or no is expected here", cure: "write yes or no, or leave it out")
    }
  }

  fileprivate func severity(_ knowledge: Knowledge) throws(InterchangeError) -> String {
    try word(among: knowledge.staging?.maudsley.severity.map(\.id) ?? [])
  }

  fileprivate func checks(_ knowledge: Knowledge) throws(InterchangeError) -> [String: Bool] {
    let asked = knowledge.staging?.checklist.filter { $0.source == .asked }.map(\.id) ?? []
    try expectKeys(asked)
    var checks: [String: Bool] = [:]
    for (key, value) in try entries() { checks[key] = try value.isYes() }
    return checks
  }

  /// One of several words.
  ///
  /// - Parameter words: the words that have a meaning here.
  /// - Returns: the word.
  /// - Throws: that it is none of them.
  func word(among words: [String]) throws(InterchangeError) -> String {
    let text = try text()
    guard words.contains(text) else {
      let near = nearest(to: text, among: words).map { "did you mean \($0)? " } ?? ""
      throw error(
        "\(text.quotedShort) has no meaning here",
        cure: "\(near)write one of \(words.joined(separator: ", "))")
    }
    return text
  }
}
