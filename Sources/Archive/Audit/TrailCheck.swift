internal import Vault

/// What a check of the audit trail found.
public struct TrailReport: Hashable, Sendable {
  /// How many events the trail has.
  public let events: Int64
  /// How many checkpoints were held against it.
  public let checkpoints: Int
  /// What is wrong, in words; empty when the trail is whole.
  public let faults: [String]
}

/// Follows a trail link by link.
struct TrailCheck {
  private let clinic: Int64
  private let ring: KeyRing
  private let checkpoints: [Checkpoint]
  private let kept: [Int64: [UInt8]]
  private var expected: Int64 = 1
  private var link = HashChain.root
  private var faults: [String] = []

  init(clinic: Int64, checkpoints: [Checkpoint], ring: KeyRing) {
    self.clinic = clinic
    self.ring = ring
    self.checkpoints = checkpoints.filter { $0.clinic == clinic }
    kept = Dictionary(self.checkpoints.map { ($0.sequence, $0.link) }) { first, _ in first }
  }

  /// Takes the next rows of the trail.
  mutating func take(_ rows: [StoredRow]) throws {
    for (row, computed) in zip(rows, links(of: rows)) { try take(row, computed) }
  }

  /// The links that rows should have after what is stored before each, computed on all cores.
  private func links(of rows: [StoredRow]) -> [[UInt8]?] {
    let (first, ring, clinic) = (link, ring, clinic)
    return inParallel(rows.count) { range in
      range.map { index -> [UInt8]? in
        // A row that cannot be read as an event was changed, too.
        guard let previous = index == 0 ? first : try? rows[index - 1].bytes(8),
          let event = try? AuditEvent(rows[index])
        else { return nil }
        return ring.link(after: previous, columns: event.columns(clinic: clinic))
      }
    }.flatMap(\.self)
  }

  private mutating func take(_ row: StoredRow, _ computed: [UInt8]?) throws {
    let sequence = try row.integer(0)
    if sequence != expected {
      find("events from \(expected) on are missing, or out of order")
      expected = sequence
    }
    let stored = try row.bytes(8)
    if computed != stored { find("event \(sequence) was changed, or one before it removed") }
    if let kept = kept[sequence], kept != stored {
      find("event \(sequence) is not the one that was signed")
    }
    link = stored
    expected = sequence &+ 1
  }

  mutating func finish(head: StoredRow?) throws -> TrailReport {
    let events = expected &- 1
    let end = try head.map { (sequence: try $0.integer(0), link: try $0.bytes(1)) }
    if end?.sequence ?? 0 != events || (end != nil && end?.link != link) {
      find("the trail ends at event \(events), but should at \(end?.sequence ?? 0)")
    }
    for checkpoint in checkpoints {
      if try !checkpoint.isSigned(by: ring) {
        find("the checkpoint at event \(checkpoint.sequence) bears a wrong signature")
      } else if checkpoint.sequence > events {
        find("the trail went on to event \(checkpoint.sequence) at \(checkpoint.at)")
      }
    }
    return TrailReport(events: events, checkpoints: checkpoints.count, faults: faults)
  }

  /// Keeps the first hundred faults: one cut can break many links.
  private mutating func find(_ fault: String) {
    if faults.count < 100 { faults.append(fault) }
  }
}
