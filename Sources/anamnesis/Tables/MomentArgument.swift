import ArgumentParser

/// A day on the command line, written as the file writes its own.
struct MomentArgument: ExpressibleByArgument {
  let moment: Moment

  init?(argument: String) {
    guard let moment = Moment(argument) else { return nil }
    self.moment = moment
  }

  /// The whole day that is meant.
  ///
  /// - Parameters:
  ///   - option: the option, for messages.
  ///   - first: a day of the file.
  /// - Returns: the number of the day.
  /// - Throws: ``BadInput`` when the day is not whole or not written like those of the file.
  func day(_ option: String, like first: Moment) throws -> Int {
    guard let day = moment.wholeDay, moment.isDate == first.isDate else {
      throw BadInput(
        option, "\(moment.text) is no whole day written as in the file",
        cure: "write it like \(first.text)")
    }
    return day
  }
}
