/// The chance of one day: three standard normal and two uniform numbers for each person.
struct DayNoise<N: ModelNumber>: Sendable {
  let mood, experience, sleep, event, adherence: N

  /// The numbers of a day.
  @inline(__always)
  init(_ draws: Draws<N>, day: Int) {
    let one = draws.uniforms(.daily, day: day, block: 0)
    let two = draws.uniforms(.daily, day: day, block: 1)
    (mood, experience) = N.normals(one.0, one.1)
    sleep = N.normals(two.0, two.1).0
    event = one.2
    adherence = one.3
  }

  /// The numbers of an hour: the quality of a day and whether practice is done are those of its day.
  init(_ draws: Draws<N>, day: Int, hour: Int, of whole: DayNoise) {
    let one = draws.uniforms(.daily, day: day, block: UInt32(2 * hour))
    let two = draws.uniforms(.daily, day: day, block: UInt32(2 * hour + 1))
    mood = N.normals(one.0, one.1).0
    sleep = N.normals(two.0, two.1).0
    event = one.2
    experience = whole.experience
    adherence = whole.adherence
  }
}
