import Inference
import JSON
import Statistics

/// What `anamnesis trajectory` prints.
struct TrajectoryResult: AnalysisResult {
  let outcome: String
  let method: TrajectoryCommand.Method
  private let trajectory: Trajectory
  /// The times as the file writes them, by their place on the line of days.
  private let moments: [Double: Moment]

  /// Gathers a result.
  ///
  /// - Parameters:
  ///   - outcome: the name of the column.
  ///   - method: how the variances were found.
  ///   - moments: the times as the file writes them.
  ///   - trajectory: the fit.
  init(
    outcome: String, method: TrajectoryCommand.Method, moments: [Moment], trajectory: Trajectory
  ) {
    self.outcome = outcome
    self.method = method
    self.trajectory = trajectory
    self.moments = Dictionary(moments.map { ($0.order, $0) }) { first, _ in first }
  }

  /// What the log-likelihood counts, since programs differ.
  static let convention = """
    exact diffuse: level and coefficients start without a prior and are integrated out, \
    constants of 2 pi counted for all but the diffuse readings, as in KFAS
    """

  private var variancesAt: String {
    method == .ml ? "maximum likelihood" : "mode of the posterior"
  }

  var json: JSONValue {
    .object([
      "outcome": .string(outcome),
      "observations": .number(trajectory.series.readings.count),
      "times": .number(trajectory.path.count),
      "method": .string(method.rawValue),
      "logLikelihood": .number(trajectory.logLikelihood) ?? .null,
      "logLikelihoodConvention": .string(Self.convention),
      "variancesAt": .string(variancesAt),
      "variances": variances,
      "coefficients": .array(trajectory.coefficients.map(json)),
      "evaluations": .number(trajectory.evaluations),
      "converged": .bool(trajectory.isConverged),
      "path": .array(trajectory.path.map(json)),
    ])
  }

  private var variances: JSONValue {
    let values = trajectory.hyperparameters
    var object = JSONObject()
    object["noise"] = .number(values.noiseVariance) ?? .null
    object["levelPerDay"] = .number(values.levelVariance) ?? .null
    if trajectory.model.hasAffect {
      object["affect"] = .number(values.affectVariance) ?? .null
      object["affectTimeConstantDays"] = .number(values.affectTimeConstant) ?? .null
    }
    return .object(object)
  }

  private func json(_ coefficient: Trajectory.Coefficient) -> JSONValue {
    .object([
      "name": .string(coefficient.name),
      "estimate": .number(coefficient.estimate) ?? .null,
      "standardError": .number(coefficient.standardError) ?? .null,
    ])
  }

  private func json(_ step: Trajectory.Step) -> JSONValue {
    .object([
      "time": moments[step.time]?.json ?? .number(step.time) ?? .null,
      "level": .number(step.level.mean) ?? .null,
      "levelStandardError": .number(step.level.standardDeviation) ?? .null,
      "signal": step.signal.flatMap { .number($0.mean) } ?? .null,
    ])
  }

  var lines: [String] {
    let count = trajectory.series.readings.count
    let values = trajectory.hyperparameters
    var lines = [
      "\(outcome): \(counted(count, "reading")) at \(counted(trajectory.path.count, "time"))",
      "log-likelihood \(trajectory.logLikelihood.digits(8)) (\(Self.convention))",
      "",
      "Variances at the \(variancesAt) (\(counted(trajectory.evaluations, "evaluation")))",
      "  of a reading      \(values.noiseVariance.short)",
      "  of the level/day  \(values.levelVariance.short)",
    ]
    if trajectory.model.hasAffect {
      lines.append("  of the affect     \(values.affectVariance.short)")
      lines.append("  affect decays to 1/e in \(values.affectTimeConstant.short) days")
    }
    if !trajectory.isConverged {
      lines.append("  the search ran out of evaluations: a better fit may exist")
    }
    return lines + coefficientLines + pathLines
  }

  private var coefficientLines: [String] {
    guard !trajectory.coefficients.isEmpty else { return [] }
    var table = TextTable("regressor", "coefficient", "standard error")
    for coefficient in trajectory.coefficients {
      table.add(
        coefficient.name, coefficient.estimate.digits(7), coefficient.standardError.digits(7))
    }
    return [""] + table.lines
  }

  /// About ten times of the path, the first and the last among them.
  private var pathLines: [String] {
    let path = trajectory.path
    let stride = max(1, (path.count + 8) / 9)
    let shown = path.indices.filter { $0 % stride == 0 || $0 == path.count - 1 }
    var table = TextTable("time", "level", "standard error")
    for index in shown {
      let step = path[index]
      table.add(
        moments[step.time]?.text ?? step.time.short, step.level.mean.digits(4),
        step.level.standardDeviation.digits(4))
    }
    let rest = path.count - shown.count
    let note = rest > 0 ? ["(\(counted(rest, "more time")) in --format json)"] : []
    return [""] + table.lines + note
  }
}
