extension Treatment {
  /// Whether it is a medicine taken each day rather than something with sessions.
  var isMedicine: Bool { occupancy > 0 }

  /// The greatest dose of a plan: a transporter is nearly full at the usual dose of a medicine; more
  /// than four usual sessions at once was never measured.
  var greatestDose: Double { isMedicine ? 1 : 4 }

  /// Whether it opens a window, takes retrieval away or lifts at once.
  var isBodily: Bool { windowAmplitude > 0 || acuteLift > 0 || retrievalLoss > 0 }
}

extension PlannedCourse {
  /// The course as the model takes it.
  ///
  /// - Parameters:
  ///   - days: how many days.
  ///   - treatments: what each treatment is.
  /// - Returns: the schedule.
  /// - Throws: an error at a treatment that is not known or a number outside its range.
  func schedule(
    days: Int, treatments: [Treatment]
  ) throws(SimulationError) -> Schedule {
    var schedule = try Schedule(days: days)
    for planned in self.treatments {
      guard let treatment = treatments.first(where: { $0.id == planned.treatment }) else {
        throw .unknownTreatment(name: planned.treatment, known: treatments.map(\.id))
      }
      for day in planned.days {
        if treatment.isMedicine {
          try schedule.take(treatment, on: day...day, dose: planned.dose)
        } else {
          try schedule.session(of: treatment, on: day, dose: planned.dose)
        }
      }
    }
    for visit in visits {
      for day in visit.days { try schedule.visit(on: day, weight: visit.weight) }
    }
    for event in events { try schedule.stress(on: event.day, size: event.size) }
    for stretch in circumstances {
      for day in stretch.days {
        try schedule.change(circumstances: stretch.shift, on: day...day)
      }
    }
    return schedule
  }
}
