public import JSON

/// What one shard counted.
public struct StudyPart: Hashable, Sendable {
  /// The digest of the job.
  public let job: String
  /// The number of the shard.
  public let shard: Int
  /// What was counted.
  public let tally: StudyTally

  /// The name and version of the form of a part.
  public static let schema = "anamnesis.simulation.part/1"

  init(job: String, shard: Int, tally: StudyTally) {
    self.job = job
    self.shard = shard
    self.tally = tally
  }

  /// The part as JSON, with a checksum of its counts.
  public var json: JSONValue {
    let content = StudyPart.content(of: tally)
    return .object([
      "schema": .string(StudyPart.schema), "job": .string(job), "shard": .number(shard),
      "checksum": .string(StudyPart.checksum(job, shard, content)), "tally": content,
    ])
  }

  /// Reads a part.
  ///
  /// - Parameter json: the part.
  /// - Throws: an error when it is no part or was damaged.
  public init(json: JSONValue) throws(ShardError) {
    let content: PartContent
    do {
      content = try StrictDecoder().decode(PartContent.self, from: json)
    } catch {
      throw .job("this is no part of a simulation: \(error)")
    }
    guard content.schema == StudyPart.schema else {
      throw .part(content.shard, "it is of another version; run the shard again")
    }
    tally = content.tally.value
    job = content.job
    shard = content.shard
    let own = StudyPart.checksum(job, shard, StudyPart.content(of: tally))
    guard own == content.checksum else {
      throw .part(shard, "it is damaged; remove it and run the shard again")
    }
  }

  private static func checksum(_ job: String, _ shard: Int, _ content: JSONValue) -> String {
    StudyJob.digest([job, "\(shard)", content.text()])
  }

  private static func content(of tally: StudyTally) -> JSONValue {
    .object([
      "screened": .number(tally.screened), "first": numbers(tally.first),
      "scenarios": .array(tally.scenarios.map { .array($0.map(form)) }),
    ])
  }

  private static func form(_ form: FormTally) -> JSONValue {
    .object([
      "day": .number(form.day), "totals": numbers(form.totals),
      "responses": .number(form.responses), "difference": sum(form.difference),
      "responseDifference": sum(form.responseDifference),
      "remissionDifference": sum(form.remissionDifference),
    ])
  }

  private static func sum(_ sum: PairedSum) -> JSONValue {
    numbers([sum.count, sum.sum, sum.squares])
  }

  private static func numbers(_ numbers: [Int]) -> JSONValue { .array(numbers.map { .number($0) }) }
}

private struct PartContent: Decodable {
  struct Tally: Decodable {
    let screened: Int
    let first: [Int]
    let scenarios: [[Form]]

    var value: StudyTally {
      StudyTally(
        screened: screened, first: first, scenarios: scenarios.map { $0.map(\.value) })
    }
  }

  struct Form: Decodable {
    let day: Int
    let totals: [Int]
    let responses: Int
    let difference: [Int]
    let responseDifference: [Int]
    let remissionDifference: [Int]

    var value: FormTally {
      FormTally(
        day: day, totals: totals, responses: responses, difference: PairedSum(difference),
        responseDifference: PairedSum(responseDifference),
        remissionDifference: PairedSum(remissionDifference))
    }
  }

  let schema: String
  let job: String
  let shard: Int
  let checksum: String
  let tally: Tally
}

extension PairedSum {
  /// Count, sum and squares; other lists are taken as nothing, which no checksum fits.
  fileprivate init(_ numbers: [Int]) {
    self.init()
    guard numbers.count == 3 else { return }
    (count, sum, squares) = (numbers[0], numbers[1], numbers[2])
  }
}
