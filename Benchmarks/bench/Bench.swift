import Foundation

/// Runs one job some times over and prints what each run took as one line of JSON.
///
/// `bench panel FILE RUNS`, `bench trajectory FILE RUNS`, `bench folding ENTRIES RUNS`,
/// `bench reading ENTRIES RUNS`, `bench review PERSON RUNS` and `bench care CHARTS RUNS`, which also
/// says what a chart takes; `script/bench` calls it.
/// `bench horseshoe-draws FILE DRAWS` writes the draws that its job makes,
/// `bench archive WORK SIZE` measures the record in its data file (see ``ArchiveBench``), and
/// `bench peers-fit ARCHIVE VARIANT:PERCENT` finds the parameters of ``PeersVariant`` again. A
/// further job is a further ``Job`` in ``jobs``.
@main
struct Bench {
  static var jobs: [String: any Job.Type] {
    [
      "panel": PanelJob.self, "trajectory": TrajectoryJob.self, "folding": FoldingJob.self,
      "reading": ReadingJob.self, "visits": VisitsJob.self, "moods": MoodsJob.self,
      "review": ReviewJob.self, "report": ReportJob.self, "horseshoe": HorseshoeJob.self,
      "patterns": PatternsJob.self, "practice-states": PracticeStatesJob.self,
      "practice-schedule": PracticeScheduleJob.self,
      "practice-optimise": PracticeOptimiseJob.self, "recall": RecallJob.self,
      "recall-likelihood": RecallLikelihoodJob.self, "accumulator": AccumulatorJob.self,
      "accumulator-plain": PlainAccumulatorJob.self, "due": DueJob.self, "care": CareJob.self,
      "care-rules": CareRulesJob.self, "care-staging": CareStagingJob.self,
      "loading": LoadingJob.self, "simulation": SimulationSumsJob.self,
      "simulation-weekly": SimulationWeeklyJob.self,
      "simulation-thread": SimulationThreadJob.self,
      "simulation-compare": SimulationCompareJob.self,
    ]
  }

  static func main() async throws {
    let arguments = CommandLine.arguments
    if arguments.count == 4, arguments[1] == "archive", let size = Int(arguments[3]) {
      return try await ArchiveBench.run(arguments[2], size: size)
    }
    if arguments.count == 4, arguments[1] == "peers-fit" {
      return try PeersFitCommand.run(archive: arguments[2], arguments[3])
    }
    if arguments.count == 4, arguments[1] == "horseshoe-draws" {
      return try HorseshoeJob(argument: arguments[2]).write(to: arguments[3])
    }
    guard arguments.count == 4, let job = jobs[arguments[1]], let runs = Int(arguments[3]), runs > 0
    else {
      let names = jobs.keys.sorted().joined(separator: "|")
      FileHandle.standardError.write(Data("usage: bench \(names) FILE|ENTRIES RUNS\n".utf8))
      exit(64)
    }
    let prepared = try job.init(argument: arguments[2])
    let answer = try prepared.run()
    let watches = try (0..<runs).map { _ in
      let watch = Stopwatch()
      let repeated = try prepared.run()
      let taken = watch.read()
      guard repeated == answer else { throw BenchError.notDeterministic }
      return taken
    }
    let wall = watches.map { "\($0.wall)" }.joined(separator: ",")
    let cpu = watches.map { "\($0.cpu)" }.joined(separator: ",")
    print(#"{"wall":[\#(wall)],"cpu":[\#(cpu)],"answer":\#(answer)}"#)
  }
}
