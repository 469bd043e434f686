public import Knowledge

/// A study cut into shards that can be run anywhere, in any order, again and again.
///
/// The people lie on a fixed grid of batches, and a shard is a run of batches, so the sum of all shards
/// is the same whole numbers however many shards there are.
///
/// ## Topics
/// ### Planning
/// - ``init(plans:people:seed:shards:engine:in:)``
/// - ``json``
/// ### Running
/// - ``init(json:engine:in:)``
/// - ``part(_:)``
/// ### Adding up
/// - ``finding(of:)``
public struct StudyJob: Hashable, Sendable {
  /// The texts of the plans, one to follow or more to compare.
  public let plans: [KnowledgeDocument]
  /// How many people.
  public let people: Int
  /// The seed.
  public let seed: UInt32
  /// How many shards.
  public let shards: Int
  /// What program made it.
  public let engine: String
  /// The study that the plans make.
  public let study: Study
  /// What stands for everything that decides the result; parts of another job have another one.
  public let digest: String

  /// The name and version of the form of a job.
  public static let schema = "anamnesis.simulation.job/1"
  /// How many shards a job may have.
  public static let shardLimits = 1...100_000

  /// Cuts a study into shards.
  ///
  /// - Parameters:
  ///   - plans: the texts of the plans.
  ///   - people: how many people.
  ///   - seed: the seed.
  ///   - shards: how many shards; those that get no people have empty parts.
  ///   - engine: the name and version of the program.
  ///   - model: the model.
  /// - Throws: an error when a plan cannot be read, plans do not fit, or a number is out of range.
  public init(
    plans: [KnowledgeDocument], people: Int, seed: UInt32, shards: Int, engine: String,
    in model: PlanModel
  ) throws(ShardError) {
    guard StudyJob.shardLimits.contains(shards) else {
      throw .job("there are \(shards) shards; use 1 to \(StudyJob.shardLimits.upperBound)")
    }
    guard (1...Study.greatestPeople).contains(people) else {
      throw .job("there are \(people) people; use 1 to \(Study.greatestPeople)")
    }
    self.plans = plans
    self.people = people
    self.seed = seed
    self.shards = shards
    self.engine = engine
    study = try StudyJob.study(of: plans, in: model)
    digest = StudyJob.digest(
      plans.map(\.text) + ["\(people)", "\(seed)", "\(shards)", engine, model.fingerprint])
  }

  private static func study(
    of documents: [KnowledgeDocument], in model: PlanModel
  ) throws(ShardError) -> Study {
    do {
      var plans: [Plan] = []
      for document in documents {
        plans.append(try Plan(document, treatments: model.treatments))
      }
      guard plans.count == 1, let plan = plans.first else {
        return try Study(comparing: plans, in: model)
      }
      return try Study(of: plan, in: model)
    } catch {
      throw .job("\(error)")
    }
  }

  /// A checksum of texts in order.
  static func digest(_ texts: [String]) -> String {
    // The length in front keeps texts apart.
    let whole = texts.map { "\($0.utf8.count):\($0)" }.joined()
    return KnowledgeDocument(name: "", text: whole).digest
  }

  /// The batches of a shard.
  ///
  /// - Parameter shard: the number of the shard, from 0 up to ``shards``.
  /// - Returns: a run of batches; empty when there are more shards than batches.
  func batches(of shard: Int) -> Range<Int> {
    let all = Study.batches(of: people)
    return all * shard / shards..<all * (shard + 1) / shards
  }

  /// Runs one shard.
  ///
  /// - Parameters:
  ///   - shard: the number of the shard, from 0.
  ///   - progress: is told how many people are done and says whether to go on.
  /// - Returns: the part; nil when it was stopped, since a part is whole or not there.
  /// - Throws: an error when there is no such shard or too few people are ill enough.
  public func part(
    _ shard: Int, progress: (Int) -> Bool = { _ in true }
  ) throws(ShardError) -> StudyPart? {
    guard (0..<shards).contains(shard) else {
      throw .job("there is no shard \(shard); this job has 0 to \(shards - 1)")
    }
    var total = StudyTally(of: study)
    for batch in batches(of: shard) {
      do {
        total += try study.tally(of: batch, people: people, seed: seed)
      } catch {
        throw .job("\(error)")
      }
      guard progress(total.people) else { return nil }
    }
    return StudyPart(job: digest, shard: shard, tally: total)
  }

  /// How many people a shard has.
  func people(of shard: Int) -> Int {
    let batches = batches(of: shard)
    return min(batches.upperBound * Study.batchSize, people)
      - min(batches.lowerBound * Study.batchSize, people)
  }

  /// Adds all parts up.
  ///
  /// - Parameter parts: one for each shard, in any order.
  /// - Returns: what the whole study found.
  /// - Throws: an error that names parts that are missing, come twice or belong to another job.
  public func finding(of parts: [StudyPart]) throws(ShardError) -> StudyFinding {
    var byShard: [Int: StudyPart] = [:]
    for part in parts {
      try check(part)
      guard byShard.updateValue(part, forKey: part.shard) == nil else {
        throw .part(part.shard, "it comes twice; keep one")
      }
    }
    let missing = (0..<shards).filter { byShard[$0] == nil }
    guard missing.isEmpty else { throw .missing(missing, of: shards) }
    var total = StudyTally(of: study)
    for shard in 0..<shards {
      if let part = byShard[shard] { total += part.tally }
    }
    return StudyFinding(study, total, asked: people, seed: seed)
  }

  /// Refuses a part that is not one of this job.
  ///
  /// - Parameter part: the part.
  /// - Throws: an error that says what does not fit.
  public func check(_ part: StudyPart) throws(ShardError) {
    guard part.job == digest else {
      throw .part(part.shard, "it belongs to another job or another version; run the shard again")
    }
    guard (0..<shards).contains(part.shard), part.tally.people == people(of: part.shard),
      part.tally.fits(study)
    else {
      throw .part(part.shard, "its counts do not fit the job; run the shard again")
    }
  }
}

extension StudyTally {
  /// Whether it has the scenarios and days of a study, with everybody counted in each.
  func fits(_ study: Study) -> Bool {
    let people = people
    return first.count == 28 && scenarios.count == study.scenarios.count
      && scenarios.allSatisfy { forms in
        forms.map(\.day) == study.formDays
          && forms.allSatisfy { $0.totals.count == 28 && $0.people == people }
      }
  }
}

extension PlanModel {
  /// A checksum of everything in the model that decides a result.
  var fingerprint: String {
    let numbers = Parameters.terms.map { "\($0.symbol)=\(parameters[keyPath: $0.keyPath])" }
    let treatments = treatments.map { "\($0)" }
    return StudyJob.digest(numbers + treatments)
  }
}

/// Why a job or one of its parts cannot be used.
public enum ShardError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The job.
  case job(String)
  /// A part, by its shard.
  case part(Int, String)
  /// Shards without a part.
  case missing([Int], of: Int)

  /// What is wrong and what helps.
  public var description: String {
    switch self {
    case .job(let reason): reason
    case .part(let shard, let reason): "part \(shard): \(reason)"
    case .missing(let shards, let all):
      "\(shards.count) of \(all) parts are missing: "
        + shards.prefix(10).map(String.init).joined(separator: ", ")
        + (shards.count > 10 ? " and more" : "") + "; run these shards"
    }
  }
}
