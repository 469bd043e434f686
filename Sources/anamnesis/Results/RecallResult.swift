import JSON
import MemoryScience

/// What `anamnesis recall` prints.
struct RecallResult: AnalysisResult {
  private let data: RecallData
  private let level: Double
  private let sections: [RecallSection]
  private let leftOut: [String]

  /// Computes what was asked for.
  ///
  /// - Parameters:
  ///   - command: the options.
  ///   - data: the scored recall.
  ///   - distances: between words, if given.
  /// - Throws: `MemoryScienceError` when an analysis cannot be made.
  init(_ command: RecallCommand, data: RecallData, distances: ItemDistances?) throws {
    self.data = data
    level = command.level
    let builder = RecallSectionBuilder(
      command: command, data: data, distances: distances,
      showsPeople: command.bySubject || data.subjects.count == 1)
    let wanted = command.analysis == .all ? RecallMeasure.main : [command.analysis]
    let possible = wanted.filter {
      (!$0.needsLabels || command.by != nil) && (!$0.needsDistances || distances != nil)
    }
    sections = try possible.map { try builder.section($0) }
    leftOut = wanted.filter { !possible.contains($0) }.map { measure in
      let needs = [
        measure.needsLabels && command.by == nil ? "--by" : nil,
        measure.needsDistances && distances == nil ? "--distances" : nil,
      ]
      return "\(measure.rawValue) needs " + needs.compactMap(\.self).joined(separator: " and ")
    }
  }

  private var words: Int { data.lists.reduce(0) { $0 + $1.length } }
  private var recalls: Int { data.lists.reduce(0) { $0 + $1.recalls.count } }

  var json: JSONValue {
    .object([
      "subjects": .number(data.subjects.count), "lists": .number(data.lists.count),
      "studied": .number(words), "recalls": .number(recalls), "level": .number(level) ?? .null,
      "analyses": .array(sections.map(\.json)),
      "leftOut": .array(leftOut.map { .string($0) }),
    ])
  }

  var lines: [String] {
    let head =
      "\(counted(data.subjects.count, "person", "people")), \(counted(data.lists.count, "list")), "
      + "\(counted(words, "studied word")), \(counted(recalls, "recall"))"
    let rest = leftOut.isEmpty ? [] : ["", "Left out: \(leftOut.joined(separator: "; "))"]
    return [head] + sections.flatMap { [""] + $0.lines(level: level) } + rest
  }
}
