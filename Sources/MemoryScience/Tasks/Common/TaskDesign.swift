/// A task ready to be run: stimuli, their order and their timing, as plain values.
///
/// A design names its instructions by key; the wording belongs to whoever shows them. It is coded as
/// plain objects, lists, texts and numbers, so that a browser can run it.
public protocol TaskDesign: Codable, Hashable, Sendable {
  /// What names the design.
  var key: DesignKey { get }
  /// The keys of the instructions in the order in which they are shown.
  var instructions: [String] { get }
}

/// What a person did in a task: every trial as it happened.
public protocol TaskResult: Codable, Hashable, Sendable {
  /// The occasion.
  var sitting: TaskSitting { get }
  /// Scores the result with the rules that are usual for the task.
  ///
  /// - Returns: the scores; what cannot be computed says what is missing.
  /// - Throws: an error that names the trial and what to mend.
  func report() throws(MemoryScienceError) -> TaskReport
}

/// The most trials a result may hold.
let mostTrials = 100_000

/// Refuses results without trials or with too many.
func checkTrialCount(_ count: Int) throws(MemoryScienceError) {
  guard count > 0 else { throw .tooFew(observed: 0, needed: 1, what: "a score") }
  guard count <= mostTrials else {
    throw .unusable("trials: \(count) of them; a result holds at most \(mostTrials)")
  }
}

/// Refuses a time that is none.
func checkTime(_ seconds: Double?, _ place: @autoclosure () -> String) throws(MemoryScienceError) {
  guard let seconds, !(0...86_400).contains(seconds) else { return }
  throw .unusable(
    "\(place()): \(seconds) is no time; give seconds from 0 to 86400, or nothing for no answer")
}
