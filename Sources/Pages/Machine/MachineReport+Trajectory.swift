import Care
import Inference
import JSON
import PatientRecord

extension MachineReport {
  func trajectory(_ part: TrajectoryPart) -> JSONValue {
    .object([
      "kind": .string("trajectory"), "item": .string(part.item.rawValue),
      "scale": scale(part.scale),
      "summary": summary(part.summary), "course": finding(part.course, course),
      "basis": basis(part.basis),
    ])
  }

  private func course(_ course: TrajectoryPart.Course) -> JSONValue {
    var object = JSONObject()
    object["days"] = .array(course.days.map(dayEstimate))
    object["changeInFourWeeksPoints"] = course.recentChange.map(estimate) ?? .null
    if !wording.isPatient {
      object["outliers"] = .array(course.outliers.map { day($0) })
      object["isSparse"] = .bool(course.isSparse)
    }
    if wording.isResearcher {
      let values = course.hyperparameters
      object["logLikelihood"] = number(course.logLikelihood)
      object["hyperparameters"] = .object([
        "levelVariancePerDay": number(values.levelVariance),
        "affectVariance": number(values.affectVariance),
        "affectTimeConstantDays": number(values.affectTimeConstant),
        "noiseVariance": number(values.noiseVariance),
        "weekdayVariance": number(values.weekdayVariance),
      ])
    }
    return .object(object)
  }

  private func dayEstimate(_ estimate: TrajectoryPart.DayEstimate) -> JSONValue {
    .object([
      "day": day(estimate.day), "observed": number(estimate.observed),
      "level": self.estimate(estimate.level),
      "prediction": estimate.prediction.map(self.estimate) ?? .null,
      "isForecast": .bool(estimate.isForecast),
    ])
  }
}
