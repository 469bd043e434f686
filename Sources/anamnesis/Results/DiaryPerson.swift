import MemoryScience

/// What was found in one diary, or why nothing was.
struct DiaryPerson {
  /// What was found.
  struct Findings {
    let fit: EmotionalContextFit
    let comparison: DiaryComparison
    let control: DiaryComparison
    let profile: SharedHalfLife.Profile
  }

  let name: String
  let findings: Result<Findings, MemoryScienceError>

  init(
    name: String, entries: [DiaryEntry], neutral: Double, sensitivity: DiarySeries.Sensitivity,
    shuffles: Int, seed: UInt64, number: Int
  ) {
    self.name = name
    findings = Result { () throws(MemoryScienceError) in
      let series = try DiarySeries(entries, neutral: neutral, sensitivity: sensitivity)
      let shuffled = DiarySeries.shuffledEvents(entries, seed: seed, person: number)
      return Findings(
        fit: try EmotionalContextFit(.context, to: series),
        comparison: try DiaryComparison(on: series),
        control: try DiaryComparison(
          on: DiarySeries(shuffled, neutral: neutral, sensitivity: sensitivity)),
        profile: try SharedHalfLife.profile(
          of: entries, neutral: neutral, sensitivity: sensitivity, shuffles: shuffles, seed: seed,
          person: number))
    }
  }
}
