private import Foundation

/// The tables of rooms in `docs/architecture.md`, read as the rule that the package must keep.
struct FloorPlan {
  /// A module as the document describes it.
  struct Room: Equatable {
    let name: String
    let floor: Int
    let imports: Set<String>
    let libraries: Set<String>
  }

  /// What the document says exists.
  let rooms: [Room]
  /// What the document says comes later.
  let planned: [Room]

  /// Reads every row of the tables whose first heading is `floor` or `planned floor`.
  init(markdown: String) {
    var rooms: [Room] = []
    var planned: [Room] = []
    var heading: String?
    for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
      guard let cells = FloorPlan.cells(of: line) else {
        heading = nil
        continue
      }
      if heading == nil { heading = cells.first }
      guard let room = Room(cells: cells) else { continue }
      if heading == "floor" { rooms.append(room) }
      if heading == "planned floor" { planned.append(room) }
    }
    self.rooms = rooms
    self.planned = planned
  }

  /// The floor of a built room.
  func floor(of name: String) -> Int? { rooms.first { $0.name == name }?.floor }

  private static func cells(of line: Substring) -> [String]? {
    let trimmed = line.trimmingPrefix(while: \.isWhitespace)
    guard trimmed.hasPrefix("|") else { return nil }
    return trimmed.dropFirst().split(separator: "|", omittingEmptySubsequences: false)
      .map { $0.trimmingCharacters(in: .whitespaces) }
  }
}

extension FloorPlan.Room {
  /// Reads a row of floor, module, what it holds, imports of ours, libraries.
  fileprivate init?(cells: [String]) {
    guard cells.count >= 5, let floor = Int(cells[0]) else { return nil }
    self.init(
      name: FloorPlan.Room.names(in: cells[1]).first ?? "", floor: floor,
      imports: Set(FloorPlan.Room.names(in: cells[3])),
      libraries: Set(FloorPlan.Room.names(in: cells[4])))
  }

  /// The words between backticks.
  private static func names(in cell: String) -> [String] {
    cell.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
  }
}
