import ArgumentParser
import Foundation
import JSON
import Knowledge
import Simulation

/// `anamnesis simulate plan`
struct SimulatePlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Cut a large simulation into shards.",
    discussion: """
      Writes a job: the plans, the seed and how many shards there are. `simulate run` runs one shard \
      anywhere, `simulate reduce` adds the parts up. The result is the same to the byte however many \
      shards there are.

      EXAMPLES:
        anamnesis simulate plan a.yaml b.yaml --patients 200000 --shards 64 > job.json
      """)

  @Argument(help: "One plan to follow, or more to compare.")
  var plans: [InputFile]

  @Option(help: "How many invented people are included, 1 to 1000000.")
  var patients = 100_000

  @Option(help: "Which of many possible groups and fates.")
  var seed: UInt32 = 1

  @Option(help: "How many shards, 1 to 100000.")
  var shards = 64

  func run() throws {
    let job: StudyJob
    let documents = try plans.map { KnowledgeDocument(name: $0.name, text: try $0.text()) }
    do {
      job = try StudyJob(
        plans: documents, people: patients, seed: seed, shards: shards, engine: JobFile.engine,
        in: try PlanModel.shipped())
    } catch {
      throw BadInput("the job", error)
    }
    try OutputTarget.standardOutput.write { try $0.writeLine(job.json.text(.pretty)) }
  }
}

/// `anamnesis simulate run`
struct SimulateRunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Run one shard of a simulation.",
    discussion: """
      Writes the part of the shard into a folder, whole or not at all. A part that is there and whole \
      is kept, so that running again is free. Without a number the shard is that of a batch system \
      (SLURM_ARRAY_TASK_ID or JOB_COMPLETION_INDEX).

      EXAMPLES:
        anamnesis simulate run --plan job.json --shard 0 --out parts
      """)

  @Option(help: "The job that `simulate plan` wrote.")
  var plan: InputFile

  @Option(help: "The number of the shard, from 0.")
  var shard: Int?

  @Option(help: ArgumentHelp("The folder for the parts.", valueName: "folder"))
  var out: String

  @Flag(help: "Count along on the standard error, as happens by itself on a terminal.")
  var progress = false

  func run() throws {
    let job = try JobFile(plan).job()
    let shard = try number()
    let file = PartFile(folder: out, shard: shard)
    if (try? file.part(of: job)) != nil { return }
    if FileStatus(out) == nil, mkdir(out, 0o700) != 0 { throw OutputFault.current(out) }
    let stop = StopRequest("Stopping. Nothing is written of this shard.")
    var counter = Progress(
      of: "people", every: 1, isShown: progress || StandardError.isTerminal)
    let part: StudyPart?
    do {
      part = try job.part(shard) { done in
        counter.reached(done)
        return !stop.isReceived
      }
    } catch {
      counter.end()
      throw BadInput("shard \(shard)", error)
    }
    counter.end()
    guard let part else { throw ExitCode(stop.exitCode ?? 1) }
    try WholeFile(file.path).write { try $0.writeLine(part.json.text()) }
  }

  private func number() throws -> Int {
    if let shard { return shard }
    let environment = ProcessInfo.processInfo.environment
    for name in ["SLURM_ARRAY_TASK_ID", "JOB_COMPLETION_INDEX"] {
      if let number = environment[name].flatMap({ Int($0) }) { return number }
    }
    throw BadInput("simulate run", "no shard is named", cure: "give --shard with its number")
  }
}

/// `anamnesis simulate reduce`
struct SimulateReduceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reduce",
    abstract: "Add the parts of a simulation up.",
    discussion: """
      Refuses parts that are missing, damaged or of another job or version.

      EXAMPLES:
        anamnesis simulate reduce --plan job.json --from parts --format html > result.html
      """)

  @Option(help: "The job that `simulate plan` wrote.")
  var plan: InputFile

  @Option(help: ArgumentHelp("The folder with the parts.", valueName: "folder"))
  var from: String

  @Option(help: "How to write the result.")
  var format = SimulationFormat.text

  func run() throws {
    let job = try JobFile(plan).job()
    var parts: [StudyPart] = []
    for shard in 0..<job.shards {
      let file = PartFile(folder: from, shard: shard)
      if FileStatus(file.path) != nil { parts.append(try file.part(of: job)) }
    }
    let finding: StudyFinding
    do {
      finding = try job.finding(of: parts)
    } catch {
      throw BadInput(from, error)
    }
    try OutputTarget.standardOutput.write { try finding.write(as: format, to: &$0) }
  }
}

/// The file of a job.
struct JobFile {
  /// The name and version by which jobs know this program.
  static let engine = "anamnesis \(Anamnesis.version)"

  private let file: InputFile

  init(_ file: InputFile) { self.file = file }

  /// Reads the job.
  ///
  /// - Returns: the job.
  /// - Throws: ``BadInput`` when it cannot be used here.
  func job() throws -> StudyJob {
    let text = try file.text(limit: 1 << 24)
    do {
      return try StudyJob(
        json: JSONValue(parsing: text), engine: Self.engine, in: try PlanModel.shipped())
    } catch {
      throw BadInput(file.name, error)
    }
  }
}

/// The file of one part.
struct PartFile {
  let path: String

  init(folder: String, shard: Int) {
    path = "\(folder.hasSuffix("/") ? String(folder.dropLast()) : folder)/part-\(shard).json"
  }

  /// Reads the part and checks that it is one of a job.
  ///
  /// - Parameter job: the job.
  /// - Returns: the part.
  /// - Throws: ``BadInput`` when it is not whole or belongs to another job.
  func part(of job: StudyJob) throws -> StudyPart {
    let text = try InputFile(path: path).text(limit: 1 << 26)
    do {
      let part = try StudyPart(json: JSONValue(parsing: text))
      try job.check(part)
      return part
    } catch {
      throw BadInput(path, error)
    }
  }
}
