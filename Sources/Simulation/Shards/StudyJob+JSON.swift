public import JSON
import Knowledge

extension StudyJob {
  /// The job as JSON: with the texts of the plans, so that a shard needs nothing else.
  public var json: JSONValue {
    .object([
      "schema": .string(StudyJob.schema), "engine": .string(engine), "digest": .string(digest),
      "people": .number(people), "seed": .number(Int(seed)), "shards": .number(shards),
      "plans": .array(
        plans.map { .object(["name": .string($0.name), "text": .string($0.text)]) }),
    ])
  }

  /// Reads a job.
  ///
  /// - Parameters:
  ///   - json: the job.
  ///   - engine: the name and version of this program, which must be that which made the job.
  ///   - model: the model, which must be that of the job.
  /// - Throws: an error when it is no job, or one of another version.
  public init(json: JSONValue, engine: String, in model: PlanModel) throws(ShardError) {
    let content: JobContent
    do {
      content = try StrictDecoder().decode(JobContent.self, from: json)
    } catch {
      throw .job("this is no job of a simulation: \(error)")
    }
    guard content.schema == StudyJob.schema, content.engine == engine else {
      throw .job(
        "the job was made by \(content.engine) and this is \(engine); plan it again with this program"
      )
    }
    try self.init(
      plans: content.plans.map { KnowledgeDocument(name: $0.name, text: $0.text) },
      people: content.people, seed: content.seed, shards: content.shards, engine: engine, in: model)
    guard digest == content.digest else {
      throw .job("the job was changed or is of another model; plan it again")
    }
  }
}

private struct JobContent: Decodable {
  struct PlanText: Decodable {
    let name: String
    let text: String
  }

  let schema: String
  let engine: String
  let digest: String
  let people: Int
  let seed: UInt32
  let shards: Int
  let plans: [PlanText]
}
