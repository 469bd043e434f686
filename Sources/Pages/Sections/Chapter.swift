import Care

/// The sections of one kind of part, under one heading.
struct Chapter {
  /// The kinds, in no order: a chapter stands where its first part stands.
  enum Kind: String {
    case record, safety, scores, status, trajectory, patterns, effects, memory, warning, overview
    case changes, monitoring, timeline, checks, gaps
    case windows
    case due
    case signals, plan
    case rules, staging, undecided
  }

  let kind: Kind
  let title: String
  let introduction: [String]
  /// How to read the pictures; left out where there are none.
  let reading: [String]
  var sections: [Section]

  /// The anchor on the page.
  var id: String { kind.rawValue }

  /// All chapters of a report, in the order of the parts.
  static func all(from material: Material) -> [Chapter] {
    var chapters: [Chapter] = []
    for (index, part) in material.parts.enumerated() {
      let (kind, sections) = sections(of: part, number: index + 1, in: material)
      if let place = chapters.firstIndex(where: { $0.kind == kind }) {
        chapters[place].sections += sections
      } else {
        chapters.append(
          Chapter(
            kind: kind, title: material.wording.title(of: kind),
            introduction: material.wording.introduction(of: kind),
            reading: material.wording.reading(of: kind), sections: sections))
      }
    }
    // What is missing closes the report, wherever its part stood.
    return chapters.filter { $0.kind != .gaps } + undecided(in: material)
      + chapters.filter { $0.kind == .gaps }
  }

  /// What rules could not decide stands apart from those that apply, at the end.
  private static func undecided(in material: Material) -> [Chapter] {
    guard let part = material.rules else { return [] }
    return [
      Chapter(
        kind: .undecided, title: material.wording.title(of: .undecided), introduction: [],
        reading: [],
        sections: [Section.undecided(part, id: "\(Kind.undecided)-1", in: material)])
    ]
  }

  /// One section a part, but one for each change of treatment.
  private static func sections(
    of part: ReviewPart, number: Int, in material: Material
  ) -> (Kind, [Section]) {
    let name = { (kind: Kind) in "\(kind.rawValue)-\(number)" }
    return switch part {
    case .record(let part): (.record, [Section(part, id: name(.record), in: material)])
    case .safety(let part): (.safety, [Section(part, id: name(.safety), in: material)])
    case .scores(let part): (.scores, [Section(part, id: name(.scores), in: material)])
    case .status(let part): (.status, [Section(part, id: name(.status), in: material)])
    case .trajectory(let part):
      (.trajectory, [Section(part, id: name(.trajectory), in: material)])
    case .overview(let part): (.overview, [Section(part, id: name(.overview), in: material)])
    case .changePoints(let part): (.changes, [Section(part, id: name(.changes), in: material)])
    case .monitoring(let part):
      (.monitoring, [Section(part, id: name(.monitoring), in: material)])
    case .timeline(let part): (.timeline, [Section(part, id: name(.timeline), in: material)])
    case .forecastCheck(let part): (.checks, [Section(part, id: name(.checks), in: material)])
    case .patterns(let part): (.patterns, [Section(part, id: name(.patterns), in: material)])
    case .effects(let part):
      (.effects, Section.effects(of: part, id: name(.effects), in: material))
    case .memoryLink(let part): (.memory, [Section(part, id: name(.memory), in: material)])
    case .earlyWarning(let part): (.warning, [Section(part, id: name(.warning), in: material)])
    case .gaps(let part): (.gaps, [Section(part, id: name(.gaps), in: material)])
    case .windows(let part):
      (.windows, Section.windows(of: part, id: name(.windows), in: material))
    case .due(let part): (.due, [Section(part, id: name(.due), in: material)])
    case .signals(let part): (.signals, [Section(part, id: name(.signals), in: material)])
    case .safetyPlan(let part): (.plan, [Section(part, id: name(.plan), in: material)])
    case .rules(let part): (.rules, Section.rules(of: part, id: name(.rules), in: material))
    case .staging(let part): (.staging, [Section(part, id: name(.staging), in: material)])
    }
  }
}
