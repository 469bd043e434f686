import Time

/// What most of a record consists of is listed field by field: it is several times as quick as
/// asking each value to write itself. Every field of these types must stand here.
extension DigestEncoder {
  /// The bytes of an entry, without the moment it was recorded.
  func bytes(of entry: Entry) -> [UInt8] {
    restart()
    add(entry.id)
    add(entry.patient.rawValue)
    add(entry.author)
    add(entry.occurred)
    if let supersedes = entry.supersedes { add(supersedes) } else { add(.null) }
    if case .checkIn(let checkIn) = entry.fact { add(checkIn) } else { add(entry.fact) }
    return bytes
  }

  func add(_ id: EntryID) {
    add(.identifier)
    add(word: id.high)
    add(word: id.low)
  }

  private func add(_ author: Author) {
    switch author {
    case .patient: add("patient")
    case .staff(let id):
      add("staff")
      add(id.rawValue)
    case .device(let name):
      add("device")
      add(name.text)
    case .imported(let source):
      add("imported")
      add(source.text)
    }
  }

  private func add(_ occurrence: Occurrence) {
    switch occurrence {
    case .instant(let instant, _): add(instant)
    case .day(let day, _): add(integer: day.number)
    case .interval(let interval, _):
      add(interval.start)
      if let end = interval.endInstant { add(end) } else { add(.null) }
    }
    add(occurrence.zone.identifier)
  }

  private func add(_ checkIn: CheckIn) {
    add("checkIn")
    add(checkIn.ratings)
    if let moment = checkIn.goodMoment { add(moment.text) } else { add(.null) }
  }

  func add(_ ratings: [ItemRating]) {
    add(.elements)
    for rating in ratings {
      add(rating.item.rawValue)
      add(rating.rating)
    }
    add(.end)
  }

  func add(_ rating: Rating) {
    add(rating.value)
    add(rating.scale.minimum)
    add(rating.scale.maximum)
    add(rating.scale.direction.rawValue)
  }
}
