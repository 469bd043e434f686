/// The medicines with their vocabulary, their interactions and the intervals between them.
public struct MedicineCatalogue: Hashable, Sendable {
  /// The words that records may use.
  public let vocabulary: MedicineVocabulary
  /// The medicines by identifier.
  public let medicines: [MedicineID: Medicine]
  /// The interactions, in the order of the resources.
  public let interactions: [Interaction]
  /// The intervals between medicines, in the order of the resources.
  public let washouts: [Washout]
  /// The medicines by name in lower case: identifiers, names and other names.
  let byName: [String: MedicineID]

  /// Finds a medicine by any of its names.
  ///
  /// - Parameter name: an identifier, a generic name or another name, in any case.
  /// - Returns: the medicine; nil when no record has that name. Never the nearest one.
  public func medicine(named name: String) -> Medicine? {
    byName[name.lowercased()].flatMap { medicines[$0] }
  }

  /// The medicines with a property.
  ///
  /// - Parameter flag: the property.
  /// - Returns: their identifiers, in order.
  public func medicines(with flag: MedicineFlagID) -> [MedicineID] {
    medicines.values.filter { $0.flags[flag] != nil }.map(\.id).sorted()
  }

  /// What must be thought of when two medicines are taken together.
  ///
  /// - Parameters:
  ///   - one: a medicine.
  ///   - other: another; their order does not matter.
  /// - Returns: the interactions, in the order of the resources. None means that none is known here,
  ///   not that there is none.
  public func interactions(between one: Medicine, and other: Medicine) -> [Interaction] {
    interactions.filter {
      $0.first.include(one) && $0.second.include(other)
        || $0.first.include(other) && $0.second.include(one)
    }
  }

  /// The intervals to keep between two medicines.
  ///
  /// - Parameters:
  ///   - stopped: the medicine that was stopped.
  ///   - starting: the medicine to be started.
  ///   - country: an ISO 3166 code; nil for everywhere, which gives the intervals of all countries.
  /// - Returns: every interval that applies; the longest is the one to keep. None means that none is
  ///   known here, not that none is needed.
  public func washouts(
    stopped: Medicine, starting: Medicine, country: String? = nil
  ) -> [Washout] {
    washouts.filter { washout in
      washout.stopped.include(stopped) && washout.starting.include(starting)
        && (country.map { washout.jurisdiction.contains($0) || washout.jurisdiction == ["world"] }
          ?? true)
    }
  }
}
