extension Knowledge {
  /// Reads the register of codes and holds every instrument against it.
  static func codes(
    in roots: [Field], citing library: Library, of instruments: [InstrumentID: Instrument]
  ) throws(KnowledgeError) -> CodeRegister? {
    guard let root = roots.first else { return nil }
    if roots.count > 1 { throw roots[1].failure(.duplicate("codes")) }
    let register = try CodeRegisterReader(root.called("codes"), library: library).register()
    for instrument in instruments.values.sorted(by: { $0.id < $1.id }) {
      try register.check(instrument)
    }
    return register
  }

  static func crosswalks(
    in roots: [Field], citing library: Library, of instruments: [InstrumentID: Instrument]
  ) throws(KnowledgeError) -> [Crosswalk] {
    var crosswalks: [Crosswalk] = []
    for root in roots {
      let crosswalk = try CrosswalkReader(root.called("crosswalk"), library: library)
        .crosswalk(of: instruments)
      guard !crosswalks.contains(where: { $0.from == crosswalk.from && $0.to == crosswalk.to })
      else { throw root.failure(.duplicate("\(crosswalk.from) to \(crosswalk.to)")) }
      crosswalks.append(crosswalk)
    }
    return crosswalks
  }

  static func schedule(
    in roots: [Field], citing library: Library, naming instruments: Set<InstrumentID>
  ) throws(KnowledgeError) -> MeasurementSchedule? {
    guard let root = roots.first else { return nil }
    if roots.count > 1 { throw roots[1].failure(.duplicate("schedule")) }
    return try ScheduleReader(root.called("schedule"), library: library)
      .schedule(naming: instruments)
  }
}
